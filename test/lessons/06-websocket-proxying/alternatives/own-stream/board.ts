import type { Server as HttpServer } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { Server } from "socket.io";
import { ordersAfter, type Order } from "./orders.ts";
import { connect } from "./redis.ts";
import { settings } from "./settings.ts";

const STREAM = "news";
const writer = connect({ failFast: false });

/** Tells all servers, this one included. */
export async function announce(order: Order): Promise<void> {
  await writer.xadd(STREAM, "MAXLEN", "~", 1000, "*", "order", JSON.stringify(order));
}

async function* news(): AsyncGenerator<Order> {
  const reader = connect({ failFast: false });
  let from = "$";
  for (;;) {
    try {
      const found = await reader.xread("BLOCK", 1000, "STREAMS", STREAM, from);
      // Without a position, what comes between two reads would be lost.
      if (!found) {
        if (from === "$")
          from = (await reader.xrevrange(STREAM, "+", "-", "COUNT", 1))[0]?.[0] ?? "0";
        continue;
      }
      for (const [id, [, text]] of found[0]![1]) {
        from = id;
        yield JSON.parse(text!) as Order;
      }
    } catch (error) {
      console.error("news:", (error as Error).message);
      await delay(100);
    }
  }
}

export function openBoard(server: HttpServer): Server {
  const io = new Server(server, {
    pingInterval: settings.pingIntervalMs,
    pingTimeout: settings.pingTimeoutMs,
  });
  io.on("connection", async (socket) => {
    socket.emit("welcome", { server: settings.port });
    const after: unknown = socket.handshake.auth["after"];
    if (Number.isInteger(after))
      for (const order of await ordersAfter(after as number).catch(() => []))
        socket.emit("order", order);
  });
  void (async () => {
    for await (const order of news()) io.local.emit("order", order);
  })();
  return io;
}
