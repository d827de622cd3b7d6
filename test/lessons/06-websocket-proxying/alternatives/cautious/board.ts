import { createAdapter } from "@socket.io/redis-streams-adapter";
import type { Server as HttpServer } from "node:http";
import { Redis } from "ioredis";
import { Server } from "socket.io";
import { ordersAfter } from "./orders.ts";
import { settings } from "./settings.ts";

export function openBoard(server: HttpServer): Server {
  // A Redis that has just come back is not overrun.
  const redis = new Redis(settings.redisUrl, {
    maxRetriesPerRequest: null,
    retryStrategy: () => 4500,
  });
  redis.on("error", (error) => console.error("redis", error.message));
  const io = new Server(server, {
    pingInterval: settings.pingIntervalMs,
    pingTimeout: settings.pingTimeoutMs,
    adapter: createAdapter(redis),
  });
  io.on("connection", (socket) => {
    socket.emit("welcome", { server: settings.port });
    const { after } = socket.handshake.auth;
    if (Number.isInteger(after))
      ordersAfter(after).then(
        (orders) => orders.forEach((order) => socket.emit("order", order)),
        console.error,
      );
  });
  return io;
}
