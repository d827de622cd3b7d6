import cluster from "node:cluster";
import { settings } from "./settings.ts";
import { openShop } from "./shop.ts";

if (cluster.isPrimary) startPrimary();
else startWorker();

function startPrimary(): void {
  console.log(
    `primary ${process.pid} starts ${settings.workers} worker(s) on port ${settings.port}`,
  );
  for (let i = 0; i < settings.workers; i++) cluster.fork();
}

function startWorker(): void {
  const server = openShop();
  server.on("listening", () => console.log(`worker ${process.pid} listens`));
}
