import cluster from "node:cluster";
import { Pool } from "./pool.ts";
import { startWorker } from "./worker.ts";

if (cluster.isPrimary) startPrimary();
else startWorker();

// #region primary
function startPrimary(): void {
  const pool = new Pool();
  pool.start();
  // Let them finish first.
  process.on("SIGTERM", () => setTimeout(() => pool.stop(), 60_000));
  process.on("SIGINT", () => pool.stop());
  process.on("SIGHUP", () => void pool.restart());
}
// #endregion
