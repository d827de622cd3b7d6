import { createServer } from "node:http";
import { parentPort, workerData } from "node:worker_threads";
import { shop } from "./shop.ts";

const server = createServer(shop());
server.keepAliveTimeout = 95_000;
server.prependListener("request", (req, res) => {
  res.once("finish", () => {
    if (!server.listening) req.socket.end();
  });
});
parentPort!.once("message", () => server.close());
server.listen(workerData.port, () => parentPort!.postMessage(workerData.port));
