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

/** Answers with "Connection: close" what comes in once the server has stopped listening. */
function drainWell(server: Server): void {
  server.prependListener("request", (_req, res) => {
    if (!server.listening) res.setHeader("Connection", "close");
  });
}
