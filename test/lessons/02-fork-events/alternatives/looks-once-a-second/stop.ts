import cluster, { type Worker } from "node:cluster";

/** On SIGTERM: asks all workers to leave, and looks once a second who is still there. */
export function stopOnSigterm(withinMs: number): void {
  const alive = new Set<Worker>();
  cluster.on("fork", (worker) => alive.add(worker));
  cluster.on("exit", (worker) => alive.delete(worker));
  process.once("SIGTERM", () => {
    const asked = Date.now();
    cluster.disconnect();
    setInterval(() => {
      if (alive.size === 0) process.exit(0);
      if (Date.now() - asked < withinMs) return;
      for (const worker of alive) worker.process.kill("SIGKILL");
    }, 1000);
  });
}
