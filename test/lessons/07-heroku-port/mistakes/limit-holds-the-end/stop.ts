import type { Server } from "node:http";

/** Less than the 30 seconds after which the dyno is killed. */
const LONGEST_MS = 25_000;

// #region stop
/**
 * On SIGTERM the server takes no new connections and finishes its answers.
 * With the last of them the program ends by itself.
 */
export function stopOnSignal(server: Server): void {
  // The router keeps its connections after an answer.
  // While stopping, each one ends with its last answer.
  server.prependListener("request", ({ socket }, res) => {
    if (!server.listening) res.setHeader("Connection", "close");
    res.once("finish", () => {
      if (!server.listening) socket.end();
    });
  });
  process.once("SIGTERM", () => {
    console.log("SIGTERM: finishing what is in flight");
    server.close();
    setTimeout(() => server.closeAllConnections(), LONGEST_MS);
  });
}
// #endregion
