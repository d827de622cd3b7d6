import { createAdapter } from "@socket.io/redis-streams-adapter";
import type { Server as HttpServer } from "node:http";
import { Server, type Socket } from "socket.io";
import { type Order, ordersAfter } from "./orders.ts";
import { connect } from "./redis.ts";
import { settings } from "./settings.ts";

/** The live order board: all clients hear all orders. */
export function openBoard(server: HttpServer): Server {
  const io = new Server(server, {
    pingInterval: settings.pingIntervalMs,
    pingTimeout: settings.pingTimeoutMs,
    adapter: createAdapter(connect({ failFast: false })),
  });
  io.use((socket, next) => {
    missedBy(socket).then(
      (orders) => {
        socket.data.missed = orders;
        next();
      },
      () => next(new Error("try again later")),
    );
  });
  io.on("connection", (socket) => {
    socket.emit("welcome", { server: settings.port });
    for (const order of socket.data.missed as Order[]) socket.emit("order", order);
  });
  return io;
}

/** The orders that a client that comes back has missed. */
async function missedBy(socket: Socket): Promise<Order[]> {
  const { after } = socket.handshake.auth;
  return Number.isInteger(after) ? ordersAfter(after) : [];
}
