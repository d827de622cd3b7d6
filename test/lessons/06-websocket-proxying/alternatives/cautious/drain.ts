import type { Server as HttpServer } from "node:http";
import type { Server } from "socket.io";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { settings } from "./settings.ts";

/** The boards go one after the other, over a second, so that the other server is not overrun. */
export async function drain(server: HttpServer, io: Server): Promise<void> {
  setTimeout(() => process.exit(1), settings.stopWithinMs).unref();
  const closed = once(server, "close");
  server.close();
  const boards = [...io.sockets.sockets.values()];
  await Promise.all(
    boards.map(async (board) => {
      await delay(Math.random() * 1000);
      board.conn.close();
    }),
  );
  io.engine.close();
  await closed;
  process.exit(0);
}
