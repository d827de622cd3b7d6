import type { Server as HttpServer } from "node:http";
import type { Server } from "socket.io";
import { setTimeout as delay } from "node:timers/promises";
import { settings } from "./settings.ts";

export async function drain(server: HttpServer, io: Server): Promise<void> {
  setTimeout(() => process.exit(1), settings.stopWithinMs).unref();
  for (const { conn } of io.sockets.sockets.values()) conn.close();
  await delay(2000); // time to leave
  await io.close();
  process.exit(0);
}
