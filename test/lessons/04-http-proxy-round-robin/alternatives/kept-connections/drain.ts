import type { Server } from "node:http";
import { settings } from "./settings.ts";

/** Who had to cut something says so in the code. */
export function drainOnSignal(server: Server): void {
  process.once("SIGTERM", () => {
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    setTimeout(() => process.exit(1), settings.stopWithinMs).unref();
    server.close(() => clearInterval(sweep));
  });
}
