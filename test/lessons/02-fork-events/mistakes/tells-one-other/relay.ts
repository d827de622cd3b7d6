import cluster from "node:cluster";

/** Hands each message of a worker to the others. */
export function relayNews(): void {
  cluster.on("message", (sender, news) => {
    Object.values(cluster.workers ?? {})
      .find((worker) => worker !== sender)
      ?.send(news);
  });
}
