import cluster from "node:cluster";
import { createServer, request } from "node:http";
import { availableParallelism } from "node:os";
import { numberOrders } from "./order-numbers.ts";
import { shop } from "./shop.ts";

const port = Number(process.env.PORT) || 3000;

if (cluster.isPrimary) {
  numberOrders();
  const size = Number(process.env.WEB_CONCURRENCY) || availableParallelism();
  const ports: number[] = [];
  cluster.on("listening", (_worker, { port: own }) => {
    if (ports.push(own) === size) balance(ports);
  });
  for (let i = 0; i < size; i++) cluster.fork();
} else {
  shop().listen({ port: 0, host: "127.0.0.1", exclusive: true });
}

/** Passes every request on to the next worker. */
function balance(ports: number[]): void {
  let turn = 0;
  createServer((req, res) => {
    turn = (turn + 1) % ports.length;
    const { method, url: path, headers } = req;
    const onward = request(
      { host: "127.0.0.1", port: ports[turn], method, path, headers },
      (answer) => {
        res.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(res);
      },
    );
    onward.on("error", () => res.writeHead(502).end());
    req.pipe(onward);
  }).listen(port);
}
