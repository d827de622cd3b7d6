import type { Server as HttpServer } from "node:http";
import { Server } from "socket.io";
import { settings } from "./settings.ts";

/** The live order board. */
export function openBoard(server: HttpServer): Server {
  const io = new Server(server, {
    pingInterval: settings.pingIntervalMs,
    pingTimeout: settings.pingTimeoutMs,
  });
  io.on("connection", (socket) => {
    socket.emit("welcome", { server: settings.port });
  });
  return io;
}
