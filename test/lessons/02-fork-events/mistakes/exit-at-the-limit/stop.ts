import cluster from "node:cluster";

/** On SIGTERM: asks all workers to leave; after `withinMs` the primary waits no longer. */
export function stopOnSigterm(withinMs: number): void {
  process.on("SIGTERM", () => {
    cluster.disconnect();
    setTimeout(() => process.exit(1), withinMs).unref();
  });
}
