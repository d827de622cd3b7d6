import { createAdapter } from "@socket.io/redis-streams-adapter";
import type { Server as HttpServer } from "node:http";
import { Server } from "socket.io";
import { connect } from "./redis.ts";
import { settings } from "./settings.ts";
/** The live order board: all clients hear all orders. */
export function openBoard(server: HttpServer): Server {
  const io = new Server(server, {
    // Socket.IO keeps what a client has missed.
    connectionStateRecovery: {},
    pingInterval: settings.pingIntervalMs,
    pingTimeout: settings.pingTimeoutMs,
    adapter: createAdapter(connect({ failFast: false })),
  });
  io.on("connection", (socket) => {
    socket.emit("welcome", { server: settings.port });
  });
  return io;
}
