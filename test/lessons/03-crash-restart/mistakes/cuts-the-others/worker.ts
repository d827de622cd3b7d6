import type { Server } from "node:http";
import type { Socket } from "node:net";
import { openShop } from "./shop.ts";

/** How long a connection without a request may stay when the worker stops. */
const FRESH_MS = 500;

export function startWorker(): void {
  drainWell(openShop());
  // Ctrl-C and systemd signal the whole group. What a stop means is decided by the primary.
  process.on("SIGTERM", () => {});
  process.on("SIGINT", () => {});
}

/** Sees to it that connections end with their last answer once the server has stopped listening. */
function drainWell(server: Server): void {
  const idle = new Set<Socket>(); // between two requests
  server.on("connection", (socket) => socket.once("close", () => idle.delete(socket)));
  server.prependListener("request", ({ socket }, res) => {
    idle.delete(socket);
    if (!server.listening) res.setHeader("Connection", "close");
    res.once("finish", () => (server.listening ? idle.add(socket) : server.closeAllConnections()));
  });

  // server.close() calls this. Node's own version also destroys connections whose first request is still
  // on its way; those get a moment longer.
  const closeIdle = server.closeIdleConnections.bind(server);
  server.closeIdleConnections = () => {
    for (const socket of idle) socket.end();
    setTimeout(closeIdle, FRESH_MS).unref();
  };
}
