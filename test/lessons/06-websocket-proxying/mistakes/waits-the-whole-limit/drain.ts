import type { Server as HttpServer } from "node:http";
import type { Server } from "socket.io";
import { settings } from "./settings.ts";
export function drain(server: HttpServer, io: Server): void {
  void io.close();
  setTimeout(() => process.exit(0), settings.stopWithinMs);
}
