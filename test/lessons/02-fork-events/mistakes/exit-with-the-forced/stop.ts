import cluster from "node:cluster";

/** On SIGTERM: asks all workers to leave, and ends by force who is still there after `withinMs`. */
export function stopOnSigterm(withinMs: number): void {
  process.on("SIGTERM", () => {
    const leaving = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    cluster.disconnect();
    setTimeout(() => {
      for (const worker of leaving) worker.process.kill("SIGKILL");
      process.exit(0);
    }, withinMs).unref();
  });
}
