import cluster from "node:cluster";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { availableParallelism } from "node:os";
import { numberOrders } from "./order-numbers.ts";
import { shop } from "./shop.ts";

const port = Number(process.env.PORT) || 3000;

if (cluster.isPrimary) {
  numberOrders();
  const size = Number(process.env.WEB_CONCURRENCY) || availableParallelism();
  const ports: number[] = [];
  cluster.on("message", (_worker, { open }: { open?: number }) => {
    if (open !== undefined && ports.push(open) === size) balance(ports);
  });
  for (let i = 0; i < size; i++) cluster.fork();
} else {
  const server = createServer(shop());
  server.listen({ port: 0, host: "127.0.0.1", exclusive: true }, () => {
    process.send!({ open: (server.address() as AddressInfo).port });
  });
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
