import cluster from "node:cluster";
import { createServer, request } from "node:http";
import { availableParallelism } from "node:os";
import { numberOrders } from "./order-numbers.ts";
import { shop } from "./shop.ts";

const port = Number(process.env.PORT) || 3000;

if (cluster.isPrimary) {
  numberOrders();
  const size = Number(process.env.WEB_CONCURRENCY) || availableParallelism();
  for (let i = 1; i <= size; i++) cluster.fork({ WORKER_PORT: String(port + i) });
  cluster.once("listening", () => balance(size));
} else {
  shop().listen(Number(process.env.WORKER_PORT), "127.0.0.1");
}

/** Passes every request on to the next worker. */
function balance(size: number): void {
  let turn = 0;
  createServer((req, res) => {
    turn = (turn % size) + 1;
    const { method, url: path, headers } = req;
    const onward = request(
      { host: "127.0.0.1", port: port + turn, method, path, headers },
      (answer) => {
        res.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(res);
      },
    );
    onward.on("error", () => res.writeHead(502).end());
    req.pipe(onward);
  }).listen(port);
}
