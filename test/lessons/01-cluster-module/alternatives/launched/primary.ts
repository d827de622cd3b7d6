// The primary accepts the connections itself and hands each one to a worker, which never listens.
import cluster, { type Worker } from "node:cluster";
import { createServer as createShop } from "node:http";
import { createServer, type Socket } from "node:net";
import { availableParallelism } from "node:os";
import { numberOrders } from "./order-numbers.ts";
import { shop } from "./shop.ts";

const port = Number(process.env.PORT) || 3000;

if (cluster.isPrimary) startPrimary(poolSize());
else startWorker();

function poolSize(): number {
  const wanted = process.env.WEB_CONCURRENCY;
  const size = wanted ? Number(wanted) : availableParallelism();
  if (Number.isInteger(size) && size > 0) return size;
  console.error(`WEB_CONCURRENCY must be a positive whole number, not "${wanted}"`);
  process.exit(1);
}

function startPrimary(size: number): void {
  const ready: Worker[] = [];
  const early: Socket[] = [];
  let turn = 0;
  const give = (socket: Socket) => {
    if (ready.length === 0) early.push(socket);
    else ready[turn++ % ready.length]!.send("connection", socket);
  };
  numberOrders();
  const door = createServer({ pauseOnConnect: true }, give).listen(port);
  door.on("listening", () => {
    for (let i = 0; i < size; i++) cluster.fork();
  });
  door.on("error", ({ message }) => {
    console.error(`can't open port ${port}: ${message}`);
    process.exitCode = 1;
  });
  cluster.on("message", (worker, message) => {
    if (message !== "ready") return;
    ready.push(worker);
    if (ready.length === size) early.splice(0).forEach(give);
  });
  cluster.on("exit", (dead) => {
    const at = ready.indexOf(dead);
    if (at >= 0) ready.splice(at, 1);
    setTimeout(() => cluster.fork(), 5000);
  });
}

function startWorker(): void {
  const server = createShop(shop());
  process.on("message", (message, socket?: Socket) => {
    if (message !== "connection" || !socket) return;
    server.emit("connection", socket);
    socket.resume();
  });
  process.send!("ready");
}
