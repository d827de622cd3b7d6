import cluster from "node:cluster";
import { resolve } from "node:path";
import { Pool } from "../../../solutions/03-crash-restart/pool.ts";

/** The supervisor of lesson 3, with this lesson's program as its only worker. */
cluster.setupPrimary({ exec: resolve("server.ts") });
new Pool().start();
