import cluster from "node:cluster";
import { Pool } from "./pool.ts";
import { startWorker } from "./worker.ts";

if (cluster.isPrimary) startPrimary();
else startWorker();

// #region primary
function startPrimary(): void {
  const pool = new Pool();
  pool.start();
  process.on("SIGTERM", () => pool.stop());
  process.on("SIGINT", () => {
    pool.stop();
    process.exit();
  });
  process.on("SIGHUP", () => void pool.restart());
}
// #endregion
