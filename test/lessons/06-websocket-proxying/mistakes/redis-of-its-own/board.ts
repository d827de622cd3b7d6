import { createAdapter } from "@socket.io/redis-streams-adapter";
import type { Server as HttpServer } from "node:http";
import { Server, type Socket } from "socket.io";
import { ordersAfter } from "./orders.ts";
import { Redis } from "ioredis";
import { settings } from "./settings.ts";

// #region board
/** The live order board: all clients hear all orders. */
export function openBoard(server: HttpServer): Server {
  const client = new Redis("redis://localhost:6379", { maxRetriesPerRequest: null });
  client.on("error", () => {});
  const io = new Server(server, {
    pingInterval: settings.pingIntervalMs,
    pingTimeout: settings.pingTimeoutMs,
    adapter: createAdapter(client),
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
