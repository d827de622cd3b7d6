import cluster from "node:cluster";

/** On SIGTERM: asks all workers to leave, and sees to it that they do. */
export function stopOnSigterm(withinMs: number): void {
  process.on("SIGTERM", () => {
    const leaving = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    cluster.disconnect();
    // They have been asked; now they go.
    setImmediate(() => leaving.forEach((worker) => worker.process.kill("SIGKILL")));
    setTimeout(() => process.exit(0), withinMs).unref();
  });
}
