import cluster from "node:cluster";

/** On SIGTERM: ends all workers. */
export function stopOnSigterm(withinMs: number): void {
  process.on("SIGTERM", () => {
    const leaving = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    leaving.forEach((worker) => worker.kill());
    const force = () => leaving.forEach((worker) => worker.process.kill("SIGKILL"));
    setTimeout(force, withinMs).unref();
  });
}
