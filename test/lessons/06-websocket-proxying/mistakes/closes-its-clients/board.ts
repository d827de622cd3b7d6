import { createAdapter } from "@socket.io/redis-adapter";
import type { Server as HttpServer } from "node:http";
import { createClient } from "redis";
import { Server, type Socket } from "socket.io";
import { ordersAfter } from "./orders.ts";
import { settings } from "./settings.ts";

// #region board
/** The live order board: all clients hear all orders. */
export function openBoard(server: HttpServer): Server {
  const publisher = createClient({
    url: settings.redisUrl,
    socket: { reconnectStrategy: false },
  });
  const subscriber = publisher.duplicate();
  for (const client of [publisher, subscriber]) {
    client.on("error", (error) => console.error(error.message));
    client.connect().catch((error) => console.error(error.message));
  }
  const io = new Server(server, {
    pingInterval: settings.pingIntervalMs,
    pingTimeout: settings.pingTimeoutMs,
    adapter: createAdapter(publisher, subscriber),
  });
  io.on("connection", (socket) => {
    socket.emit("welcome", { server: settings.port });
    catchUp(socket).catch((error) => console.error(error.message));
  });
  return io;
}
// #endregion

// #region catch-up
/** Tells a client that comes back the orders that it has missed. */
async function catchUp(socket: Socket): Promise<void> {
  const { after } = socket.handshake.auth;
  if (!Number.isInteger(after)) return;
  for (const order of await ordersAfter(after)) socket.emit("order", order);
}
// #endregion
