import cluster from "node:cluster";

/** Hands each message of a worker to all others. */
export function relayNews(): void {
  cluster.on("online", () => {
    cluster.on("message", (sender, news) => {
      for (const worker of Object.values(cluster.workers ?? {})) {
        if (worker && worker !== sender && worker.isConnected()) worker.send(news);
      }
    });
  });
}
