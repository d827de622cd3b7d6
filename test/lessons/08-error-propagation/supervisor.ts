import cluster from "node:cluster";
import { resolve } from "node:path";
import { Pool } from "../../../solutions/03-crash-restart/pool.ts";

/** The supervisor of lesson 3, with this lesson's program as its only worker. */
cluster.setupPrimary({ exec: resolve("server.ts") });
const pool = new Pool();
pool.start();
process.on("SIGTERM", () => pool.stop());
