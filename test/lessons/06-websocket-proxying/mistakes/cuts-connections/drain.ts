import type { Server as HttpServer } from "node:http";
import type { Server } from "socket.io";
import { settings } from "./settings.ts";

let draining = false;

/** Sends all clients to another server, and ends with the last answer. */
export async function drain(server: HttpServer, io: Server): Promise<void> {
  if (draining) return;
  draining = true;
  console.log(`server ${settings.port} drains`);
  setTimeout(() => process.exit(1), settings.stopWithinMs).unref();
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  // To the boards that is a broken line, and they connect anew.
  io.engine.close();
  // What is busy now becomes idle with its last answer.
  setInterval(() => server.closeIdleConnections(), 100).unref();
  await closed;
  process.exit(0);
}
