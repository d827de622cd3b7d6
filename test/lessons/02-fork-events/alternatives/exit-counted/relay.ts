import cluster, { type Worker } from "node:cluster";

/** Every worker's messages go out to the others; a worker that is leaving is passed over. */
export function relayNews(): void {
  const crew = new Set<Worker>();
  cluster.on("listening", (worker) => crew.add(worker));
  cluster.on("disconnect", (worker) => crew.delete(worker));
  cluster.on("message", (sender: Worker, news: object) => {
    for (const worker of crew) {
      if (worker.id !== sender.id) worker.send(news, () => {});
    }
  });
}
