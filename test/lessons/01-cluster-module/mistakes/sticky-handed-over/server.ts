import cluster, { type Worker } from "node:cluster";
import { createServer as createHttpServer } from "node:http";
import { createServer, type Socket } from "node:net";
import { availableParallelism } from "node:os";
import { numberOrders } from "./order-numbers.ts";
import { shop } from "./shop.ts";

const port = Number(process.env.PORT) || 3000;

// #region branch
if (cluster.isPrimary) startPrimary();
else startWorker();
// #endregion

// #region primary
function startPrimary(): void {
  const size = poolSize(process.env.WEB_CONCURRENCY);
  const workers: Worker[] = [];
  numberOrders();
  cluster.on("exit", tellDeath);
  for (let i = 0; i < size; i++) workers.push(cluster.fork());
  const door = createServer({ pauseOnConnect: true }, (socket) => {
    const sum = Number((socket.remoteAddress ?? "").replaceAll(/\D/g, ""));
    workers[sum % workers.length]!.send("sticky-session:connection", socket);
  });
  door.on("error", (error: NodeJS.ErrnoException) => {
    console.error(`Can't listen on port ${port}: ${error.code}.`);
    process.exit(1);
  });
  door.listen(port);
  console.log(`primary ${process.pid} opens port ${port} with a pool of ${size}`);
}
// #endregion

// #region pool-size
function poolSize(wanted: string | undefined): number {
  if (!wanted) return availableParallelism();
  const size = Number(wanted);
  if (Number.isInteger(size) && size > 0) return size;
  console.error(`WEB_CONCURRENCY must be a positive whole number, not "${wanted}".`);
  process.exit(1);
}
// #endregion

// #region worker
function startWorker(): void {
  const server = createHttpServer(shop());
  process.on("message", (message, socket: Socket) => {
    if (message !== "sticky-session:connection") return;
    server.emit("connection", socket);
    socket.resume();
  });
}
// #endregion

// #region death
// Replacing crashed workers is lesson 3. Until then a crash is told, not hidden.
function tellDeath(worker: Worker, code: number, signal: string | null): void {
  if (worker.exitedAfterDisconnect) return;
  console.error(`worker ${worker.process.pid} ended unexpectedly (${signal ?? `code ${code}`})`);
  process.exitCode = 1;
}
// #endregion
