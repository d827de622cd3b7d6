import cluster from "node:cluster";

/** The primary hears the news; so does everybody, does it not? */
export function relayNews(): void {
  cluster.on("message", (sender, { text }) => console.log(`counter ${sender.id} tells: ${text}`));
}
