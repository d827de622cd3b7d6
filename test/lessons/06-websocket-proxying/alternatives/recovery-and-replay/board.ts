import { createAdapter } from "@socket.io/redis-streams-adapter";
import type { Server as HttpServer } from "node:http";
import { Server } from "socket.io";
import { ordersAfter } from "./orders.ts";
import { connect } from "./redis.ts";
import { settings } from "./settings.ts";

/** Socket.IO brings short breaks in order by itself; the replay is for sessions that nobody could save. */
export function openBoard(server: HttpServer): Server {
  const adapter = createAdapter(connect({ failFast: false }), { maxLen: 1000 });
  const io = new Server(server, {
    adapter,
    pingInterval: settings.pingIntervalMs,
    pingTimeout: settings.pingTimeoutMs,
    connectionStateRecovery: { maxDisconnectionDuration: 60_000 },
  });
  io.use(async (socket, next) => {
    const { after } = socket.handshake.auth;
    if (!socket.recovered && Number.isInteger(after))
      socket.data.missed = await ordersAfter(after).catch(() => []);
    next();
  });
  io.on("connection", (socket) => {
    socket.emit("welcome", { server: settings.port });
    for (const order of socket.data.missed ?? []) socket.emit("order", order);
  });
  return io;
}
