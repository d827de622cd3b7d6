import { createAdapter } from "@socket.io/redis-adapter";
import type { Server as HttpServer } from "node:http";
import { createClient } from "redis";
import { Server } from "socket.io";
import { ordersAfter } from "./orders.ts";
import { settings } from "./settings.ts";

export function openBoard(server: HttpServer): Server {
  const pub = createClient({ url: settings.redisUrl });
  const sub = pub.duplicate();
  for (const client of [pub, sub]) {
    // Without a listener, the first broken connection would end the process.
    client.on("error", (error) => console.error(error.message));
    void client.connect();
  }

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
