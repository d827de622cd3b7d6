import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";

/** On SIGTERM: lets every worker go in its own time, all at once; ends when the last has gone. */
export async function stopOnSigterm(withinMs: number): Promise<void> {
  const crew = new Set<Worker>();
  cluster.on("fork", (worker) => crew.add(worker));
  cluster.on("exit", (worker) => crew.delete(worker));
  await once(process, "SIGTERM");
  await Promise.all([...crew].map((worker) => letGo(worker, withinMs)));
  process.exit(0);
}

async function letGo(worker: Worker, withinMs: number): Promise<void> {
  const gone = once(worker, "exit");
  worker.disconnect();
  await Promise.race([gone, pause(withinMs)]);
  if (!worker.isDead()) worker.process.kill("SIGKILL");
  await gone;
}
