import { createAdapter } from "@socket.io/redis-adapter";
import type { Server as HttpServer } from "node:http";
import { Server, type Socket } from "socket.io";
import { ordersAfter } from "./orders.ts";
import { createClient } from "redis";
import { settings } from "./settings.ts";
const pub = createClient({ url: settings.redisUrl, socket: { reconnectStrategy: false } });
const sub = pub.duplicate();
for (const client of [pub, sub]) client.on("error", (error) => console.error(error.message));
await Promise.all([pub.connect(), sub.connect()]);

/** The live order board: an order is heard by every client, whichever server that is connected to. */
export function openBoard(server: HttpServer): Server {
  const io = new Server(server, {
    pingInterval: settings.pingIntervalMs,
    pingTimeout: settings.pingTimeoutMs,
    adapter: createAdapter(pub, sub),
  });
  io.on("connection", (socket) => {
    socket.emit("welcome", { server: settings.port });
    catchUp(socket).catch((error) => console.error(`catch-up: ${error.message}`));
  });
  return io;
}
/** Tells a client that comes back the orders that it has missed. */
async function catchUp(socket: Socket): Promise<void> {
  const { after } = socket.handshake.auth;
  if (!Number.isInteger(after)) return;
  for (const order of await ordersAfter(after)) socket.emit("order", order);
}
