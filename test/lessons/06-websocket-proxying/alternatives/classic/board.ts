import { createAdapter } from "@socket.io/redis-adapter";
import { Redis } from "ioredis";
import type { Server as HttpServer } from "node:http";
import { Server } from "socket.io";
import { ordersAfter } from "./orders.ts";
import { settings } from "./settings.ts";

export function openBoard(server: HttpServer): Server {
  const pub = new Redis(settings.redisUrl);
  const sub = pub.duplicate();
  for (const client of [pub, sub]) client.on("error", (error) => console.error(error.message));

  const io = new Server(server, {
    pingInterval: settings.pingIntervalMs,
    pingTimeout: settings.pingTimeoutMs,
  });
  io.adapter(createAdapter(pub, sub));
  io.on("connection", async (socket) => {
    socket.emit("welcome", { server: settings.port });
    const after = Number(socket.handshake.auth.after);
    if (!(after >= 0)) return;
    try {
      const missed = await ordersAfter(after);
      missed.forEach((order) => socket.emit("order", order));
    } catch (error) {
      console.error(error);
    }
  });
  return io;
}
