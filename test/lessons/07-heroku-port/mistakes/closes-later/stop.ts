import type { Server } from "node:http";

// #region stop
/**
 * The router may need a while to learn that this dyno leaves; until then the
 * server takes what comes.
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
    console.log("SIGTERM: closing in a minute");
    setTimeout(() => server.close(), 60_000);
  });
}
// #endregion
