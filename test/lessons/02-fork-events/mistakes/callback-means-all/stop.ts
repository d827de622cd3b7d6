import cluster from "node:cluster";

/** On SIGTERM: asks all workers to leave, and ends when they have. */
export function stopOnSigterm(withinMs: number): void {
  process.on("SIGTERM", () => {
    const leaving = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    // The callback is called when all workers have left, the documentation says.
    cluster.disconnect(() => process.exit(0));
    const force = () => leaving.forEach((worker) => worker.process.kill("SIGKILL"));
    setTimeout(force, withinMs).unref();
  });
}
