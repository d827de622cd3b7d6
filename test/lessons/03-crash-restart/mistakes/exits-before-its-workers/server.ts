import cluster from "node:cluster";
import { Pool } from "./pool.ts";
import { startWorker } from "./worker.ts";

if (cluster.isPrimary) startPrimary();
else startWorker();

// #region primary
function startPrimary(): void {
  const pool = new Pool();
  pool.start();
  process.on("SIGTERM", () => stop(pool));
  process.on("SIGINT", () => stop(pool));
  process.on("SIGHUP", () => void pool.restart());
}
// #endregion

function stop(pool: Pool): void {
  pool.stop();
  // A moment for the messages to the workers; they finish by themselves.
  setTimeout(() => process.exit(0), 50);
}
