import cluster, { type Worker } from "node:cluster";

/** On SIGTERM: every worker has a listener and a limit of its own, and the last one to go ends the program. */
export function stopOnSigterm(withinMs: number): void {
  process.once("SIGTERM", () => {
    const leaving = new Set<Worker>();
    for (const worker of Object.values(cluster.workers ?? {})) if (worker) leaving.add(worker);
    if (leaving.size === 0) process.exit(0);
    for (const worker of leaving) {
      const limit = setTimeout(() => worker.kill("SIGKILL"), withinMs);
      worker.on("exit", () => {
        clearTimeout(limit);
        leaving.delete(worker);
        if (leaving.size === 0) process.exit(0);
      });
      worker.disconnect();
    }
  });
}
