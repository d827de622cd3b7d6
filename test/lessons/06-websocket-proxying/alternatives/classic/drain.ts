import type { Server as HttpServer } from "node:http";
import type { Server } from "socket.io";
import { settings } from "./settings.ts";

/** With callbacks, and the connections closed by the engine. */
export function drain(server: HttpServer, io: Server): void {
  const late = setTimeout(() => process.exit(1), settings.stopWithinMs);
  late.unref();
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  io.engine.close();
}
