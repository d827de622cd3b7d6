import cluster, { type Worker } from "node:cluster";
import { createServer, type Socket } from "node:net";
import { availableParallelism } from "node:os";
import { numberOrders } from "./order-numbers.ts";
import { shop } from "./shop.ts";

const port = Number(process.env.PORT) || 3000;

if (cluster.isPrimary) {
  numberOrders();
  const workers = Array.from({ length: availableParallelism() }, () => cluster.fork());
  // The same customer always meets the same worker.
  createServer({ pauseOnConnect: true }, (socket) => {
    workerFor(socket.remoteAddress ?? "", workers).send("connection", socket);
  }).listen(port);
} else {
  const server = shop().listen(0, "127.0.0.1", () => console.log(`worker ${process.pid} is ready`));
  process.on("message", (message, socket: Socket) => {
    if (message !== "connection") return;
    server.emit("connection", socket);
    socket.resume();
  });
}

function workerFor(address: string, workers: Worker[]): Worker {
  const sum = [...address].reduce((total, character) => total + character.charCodeAt(0), 0);
  return workers[sum % workers.length]!;
}
