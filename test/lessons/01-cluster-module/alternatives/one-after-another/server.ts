import cluster from "node:cluster";
import { availableParallelism } from "node:os";
import { numberOrders } from "./order-numbers.ts";
import { shop } from "./shop.ts";

/** The exit code of a worker that can't listen. */
const NO_PORT = 98;
const port = Number(process.env.PORT) || 3000;

if (cluster.isPrimary) startPrimary();
else
  shop()
    .listen(port)
    .on("error", () => process.exit(NO_PORT));

/** Each worker starts when the one before it listens: where the first one can't, no other is tried. */
function startPrimary(): void {
  const size = poolSize();
  let ready = 0;
  numberOrders();
  cluster.on("listening", () => {
    ready += 1;
    if (ready < size) cluster.fork();
  });
  cluster.on("exit", (worker, code, signal) => {
    if (code === NO_PORT) {
      console.error(`Error: port ${port} is already in use. Is the shop open in another terminal?`);
      process.exit(NO_PORT);
    }
    console.warn(`worker ${worker.process.pid} is gone: ${signal ?? code}`);
    if (Object.keys(cluster.workers!).length === 0) process.exit(1);
  });
  cluster.fork();
}

function poolSize(): number {
  const wanted = process.env.WEB_CONCURRENCY?.trim() || String(availableParallelism());
  if (/^[1-9]\d*$/.test(wanted)) return Number(wanted);
  throw new RangeError(`WEB_CONCURRENCY has to be a positive whole number, but is "${wanted}"`);
}
