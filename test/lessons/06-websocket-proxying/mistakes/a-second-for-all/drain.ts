import type { Server as HttpServer } from "node:http";
import type { Server } from "socket.io";
import { settings } from "./settings.ts";

let draining = false;

/** Sends all clients to another server, and ends with the last answer. */
export function drain(server: HttpServer, io: Server): void {
  if (draining) return;
  draining = true;
  console.log(`server ${settings.port} drains`);
  setTimeout(() => process.exit(1), settings.stopWithinMs).unref();
  server.close();
  // To the boards that is a broken line, and they connect anew.
  io.engine.close();
  // A second is enough for what has begun.
  setTimeout(() => process.exit(0), 1000);
}
