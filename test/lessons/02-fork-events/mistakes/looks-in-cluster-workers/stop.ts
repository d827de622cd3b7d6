import cluster from "node:cluster";

/** On SIGTERM: asks all workers to leave, and ends by force who is still there after `withinMs`. */
export function stopOnSigterm(withinMs: number): void {
  process.on("SIGTERM", () => {
    cluster.disconnect();
    setTimeout(() => {
      for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill("SIGKILL");
    }, withinMs).unref();
  });
}
