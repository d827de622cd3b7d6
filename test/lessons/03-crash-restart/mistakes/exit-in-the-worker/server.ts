import cluster from "node:cluster";
import { log } from "./log.ts";
import { settings } from "./settings.ts";
import { startWorker } from "./worker.ts";

if (cluster.isPrimary) {
  for (let i = 0; i < settings.workers; i++) cluster.fork();
} else {
  cluster.on("exit", (worker, code, signal) => {
    log(`worker ${worker.process.pid} died (${signal ?? `code ${code}`})`);
    cluster.fork();
  });
  startWorker();
}
