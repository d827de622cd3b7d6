import cluster from "node:cluster";

/** On SIGTERM: disconnects worker by worker, counts their exits, and ends the program itself. */
export function stopOnSigterm(withinMs: number): void {
  const running = new Map<number, number>();
  cluster.on("fork", (worker) => running.set(worker.id, worker.process.pid!));
  cluster.on("exit", (worker) => {
    running.delete(worker.id);
    if (stopping && running.size === 0) process.exit(0);
  });
  let stopping = false;

  process.once("SIGTERM", () => {
    stopping = true;
    if (running.size === 0) process.exit(0);
    for (const worker of Object.values(cluster.workers ?? {})) worker?.disconnect();
    setTimeout(() => {
      for (const pid of running.values()) process.kill(pid, "SIGKILL");
    }, withinMs);
  });
}
