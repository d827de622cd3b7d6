import cluster, { type Worker } from "node:cluster";

/** Hands each message of a worker to all others. */
export function relayNews(): void {
  cluster.on("message", (news: any, sender: any) => {
    for (const worker of Object.values(cluster.workers ?? {})) {
      if (worker && (worker as Worker) !== sender && worker.isConnected()) worker.send(news);
    }
  });
}
