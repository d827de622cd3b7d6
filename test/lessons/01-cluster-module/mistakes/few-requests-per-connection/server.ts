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
  cluster.on("message", stopIfPortFailed);
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
  server.maxRequestsPerSocket = 5;
  server.on("listening", () => console.log(`worker ${process.pid} is ready`));
  server.on("error", (error: NodeJS.ErrnoException) => {
    process.send!({ failed: error.code ?? error.message });
  });
}
// #endregion

// #region port-taken
// All workers use the primary's socket, so all fail for the same reason: the first one that tells is enough.
// Disconnecting ends the workers. With no worker left, the primary ends by itself, with the code set here.
function stopIfPortFailed(_worker: Worker, { failed }: { failed?: string }): void {
  if (!failed || process.exitCode) return;
  const reason = failed === "EADDRINUSE" ? "it is already in use" : failed;
  console.error(`Can't listen on port ${port}: ${reason}. Set PORT to a free one.`);
  process.exitCode = 1;
  cluster.disconnect();
}
// #endregion

// #region death
// Replacing crashed workers is lesson 3. Until then a crash is told, not hidden.
function tellDeath(worker: Worker, code: number, signal: string | null): void {
  if (worker.exitedAfterDisconnect) return;
  console.error(`worker ${worker.process.pid} ended unexpectedly (${signal ?? `code ${code}`})`);
  process.exitCode = 1;
}
// #endregion
