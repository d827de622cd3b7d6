import type { Server } from "node:http";

// #region stop
/**
 * On SIGTERM the server takes no new connections and finishes its answers.
 * With the last of them the program ends by itself.
 */
export function stopOnSignal(server: Server): void {
  let stopping = false;
  // The router keeps its connections after an answer.
  // While stopping, each one ends with its last answer.
  server.prependListener("request", ({ socket }, res) => {
    if (stopping) res.setHeader("Connection", "close");
    res.once("finish", () => {
      if (stopping) socket.end();
    });
  });
  process.once("SIGTERM", () => {
    stopping = true;
    console.log("SIGTERM: closing in a moment");
    setTimeout(() => server.close(), 10_000);
  });
}
// #endregion
