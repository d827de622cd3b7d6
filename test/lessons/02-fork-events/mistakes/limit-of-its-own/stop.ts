import cluster from "node:cluster";

// #region stop
/** On SIGTERM: asks all workers to leave, and ends by force who is still there after `withinMs`. */
export function stopOnSigterm(withinMs: number): void {
  process.on("SIGTERM", () => {
    // disconnect() takes workers off cluster.workers at once, while their processes still run: keep a list.
    const leaving = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    cluster.disconnect();
    // SIGTERM can be ignored by a worker, SIGKILL can't.
    const force = () => leaving.forEach((worker) => worker.process.kill("SIGKILL"));
    // The workers' processes keep the primary alive, so it ends with code 0 right after the last of them.
    // The timer must not keep it longer.
    setTimeout(force, 5000).unref();
  });
}
// #endregion
