import cluster, { type Worker } from "node:cluster";
import { availableParallelism } from "node:os";
import { numberOrders } from "./order-numbers.ts";
import { shop } from "./shop.ts";

const port = Number(process.env.PORT) || 3000;

// #region branch
if (cluster.isPrimary) startPrimary();
else startWorker();
// #endregion

// #region primary
function startPrimary(): void {
  const size = poolSize(process.env.WEB_CONCURRENCY);
  numberOrders();
  cluster.on("exit", tellDeath);
  for (let i = 0; i < size; i++) cluster.fork();
  console.log(`primary ${process.pid} opens port ${port} with a pool of ${size}`);
}
// #endregion

// #region pool-size
function poolSize(wanted: string | undefined): number {
  if (!wanted) return availableParallelism();
  const size = Number(wanted);
  if (Number.isInteger(size) && size > 0) return size;
  console.error(`WEB_CONCURRENCY must be a positive whole number, not "${wanted}".`);
  process.exit(1);
}
// #endregion

// #region worker
function startWorker(): void {
  const server = shop().listen(port);
  server.on("listening", () => console.log(`worker ${process.pid} is ready`));
}
// #endregion

// #region death
// The show must go on: whoever dies is replaced.
function tellDeath(worker: Worker): void {
  console.error(`worker ${worker.process.pid} died, starting another`);
  cluster.fork();
}
// #endregion
