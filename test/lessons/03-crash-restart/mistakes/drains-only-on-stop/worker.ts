import type { Server } from "node:http";
import { openShop } from "./shop.ts";

export function startWorker(): void {
  drainWell(openShop());
  // Ctrl-C and systemd signal the whole group. What a stop means is decided by the primary.
  process.on("SIGTERM", () => {});
  process.on("SIGINT", () => {});
}

/** Sees to it that connections end with their last answer once the server has stopped listening. */
function drainWell(server: Server): void {
  let stopping = false;
  process.on("message", (text) => {
    if (text === "stop") stopping = true;
  });
  server.prependListener("request", ({ socket }, res) => {
    res.once("finish", () => stopping && socket.end());
  });
}
