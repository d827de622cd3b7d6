import type { Server } from "node:http";
import { openShop } from "./shop.ts";

// #region worker
export function startWorker(): void {
  const server = openShop();
  drainOnDisconnect(server);
  // Ctrl-C and systemd signal the whole group. What a stop means is decided by the primary.
  process.on("SIGTERM", () => {});
  process.on("SIGINT", () => {});
}
// #endregion

// #region drain
/** When the primary disconnects this worker, it ends with its last answer. */
function drainOnDisconnect(server: Server): void {
  let draining = false;
  server.prependListener("request", (req, res) => {
    if (draining) res.setHeader("Connection", "close");
    res.once("finish", () => {
      if (draining) req.socket.end();
    });
  });
  process.once("disconnect", () => {
    draining = true;
    server.close(); // closes idle connections, too
  });
}
// #endregion
