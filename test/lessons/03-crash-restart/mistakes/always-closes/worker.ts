import type { Server } from "node:http";
import { openShop } from "./shop.ts";

// #region worker
export function startWorker(): void {
  drainWell(openShop());
  // Ctrl-C and systemd signal the whole group. What a stop means is decided by the primary.
  process.on("SIGTERM", () => {});
  process.on("SIGINT", () => {});
}
// #endregion

/** Sees to it that connections end with their answer. */
function drainWell(server: Server): void {
  // #region last-answer
  server.prependListener("request", ({ socket }, res) => {
    res.setHeader("Connection", "close");
    res.once("finish", () => socket.end());
  });
  // #endregion
}
