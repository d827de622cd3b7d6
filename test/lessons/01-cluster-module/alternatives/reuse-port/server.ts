// Every worker has a listening socket of its own on the same port (SO_REUSEPORT): the kernel distributes the connections.
// The orders are counted in a database.
import cluster from "node:cluster";
import { createServer } from "node:http";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";

const port = Number(process.env.PORT) || 3000;

if (cluster.isPrimary) {
  const { WEB_CONCURRENCY = "" } = process.env;
  const size = WEB_CONCURRENCY === "" ? availableParallelism() : Number(WEB_CONCURRENCY);
  if (!Number.isInteger(size) || size < 1) {
    console.error(`Please set WEB_CONCURRENCY to 1, 2, 3 …; it is "${WEB_CONCURRENCY}".`);
    process.exit(78);
  }
  const folder = mkdtempSync(join(tmpdir(), "uptime-tea-"));
  process.on("exit", () => rmSync(folder, { recursive: true }));
  process.on("SIGTERM", () => process.exit(0));
  cluster.on("exit", (_worker, code) => (process.exitCode ||= code || 1));
  for (let i = 0; i < size; i++) cluster.fork({ ORDERS: join(folder, "orders.db") });
} else {
  const { shop } = await import("./shop.ts");
  createServer(shop())
    .listen({ port, reusePort: true })
    .on("error", (error) => {
      console.error(`port ${port}: ${error.message}`);
      process.exit(1);
    });
}
