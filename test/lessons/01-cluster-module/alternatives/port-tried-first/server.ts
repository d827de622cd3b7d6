import cluster from "node:cluster";
import { once } from "node:events";
import { createServer } from "node:net";
import { availableParallelism } from "node:os";
import { createInterface } from "node:readline";
import { numberOrders } from "./order-numbers.ts";
import { shop } from "./shop.ts";

const port = Number(process.env.PORT) || 3000;

if (cluster.isPrimary) await startPrimary();
else shop().listen(port);

async function startPrimary(): Promise<void> {
  const size = poolSize(process.env.WEB_CONCURRENCY);
  await tryPort();
  numberOrders();
  // The port may be taken between the trial and the first worker; and workers die for other reasons.
  cluster.on("exit", (worker, code, signal) => {
    if (worker.exitedAfterDisconnect) return;
    console.error(`worker ${worker.id} on port ${port} died (${signal ?? code})`);
    process.exitCode = 1;
  });
  cluster.setupPrimary({ silent: true, serialization: "advanced" });
  for (let i = 0; i < size; i++) {
    const { id, process: worker } = cluster.fork();
    for (const input of [worker.stdout!, worker.stderr!])
      createInterface({ input }).on("line", (line) => console.log(`[${id}] ${line}`));
  }
}

/** Takes the port and gives it back: who can't have it says so before there is a worker. */
async function tryPort(): Promise<void> {
  const trial = createServer().listen(port);
  try {
    await once(trial, "listening");
  } catch (error) {
    console.log(`FATAL: no way to listen on ${port}: ${(error as Error).message}`);
    process.exit(1);
  }
  // As on a machine that has other work just now: who connects meanwhile waits in the queue, and is cut off.
  for (const start = Date.now(); Date.now() - start < 200;);
  trial.close();
  await once(trial, "close");
}

function poolSize(wanted: string | undefined): number {
  if (wanted === undefined) return availableParallelism();
  const size = Number(wanted);
  if (wanted !== "" && Number.isSafeInteger(size) && size >= 1) return size;
  console.error(`"${wanted}" is no positive whole number: correct or unset WEB_CONCURRENCY`);
  process.exit(78);
}
