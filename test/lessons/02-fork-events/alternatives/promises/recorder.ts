import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import { writeSync } from "node:fs";

function record(event: string, fields: object = {}): void {
  // Written before anything else happens, also when the primary itself dies a moment later.
  writeSync(1, `${JSON.stringify({ at: new Date(), pid: process.pid, event, ...fields })}\n`);
}

/** Records the life of every worker, one after the other as they are forked. */
export function recordLife(): void {
  cluster.on("fork", (worker) => {
    const about = { worker: worker.id, child: worker.process.pid };
    record("fork", about);
    worker.once("online", () => record("online", about));
    worker.once("listening", (address: object) => record("listening", { ...about, ...address }));
    worker.once("disconnect", () => record("disconnect", about));
    worker.once("exit", (code: number, signal: string) => {
      record("exit", { ...about, code, signal, planned: Boolean(worker.exitedAfterDisconnect) });
    });
  });
}

/** Reports `ready` when every worker's promise of listening is kept, and none of them has died meanwhile. */
export async function recordReady(workers: number): Promise<void> {
  const crew: Worker[] = [];
  const listening: Promise<unknown>[] = [];
  cluster.on("fork", (worker: Worker) => {
    crew.push(worker);
    listening.push(once(worker, "listening"));
  });
  while (crew.length < workers) await once(cluster, "fork");
  await Promise.all(listening);
  if (crew.every((worker) => !worker.isDead())) record("ready");
}
