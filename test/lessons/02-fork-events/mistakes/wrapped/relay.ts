import cluster from "node:cluster";

// #region relay
/** Hands each message of a worker to all others: workers have no line to each other, only to the primary. */
export function relayNews(): void {
  cluster.on("message", (sender, news) => {
    for (const worker of Object.values(cluster.workers ?? {})) {
      // Sending to a worker that has just lost its line would be an uncaught error here.
      if (worker && worker !== sender && worker.isConnected())
        worker.send({ from: sender.id, news });
    }
  });
}
// #endregion
