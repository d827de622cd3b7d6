import type { Server } from "node:http";
import { settings } from "./settings.ts";

// #region drain
/** Lets a server end well: on a signal, nothing new is accepted, and what has begun is finished. */
export function drainOnSignal(server: Server): void {
  // Longer than the load balancer before us keeps them.
  server.keepAliveTimeout = 65_000;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      server.close();
      setTimeout(() => server.closeAllConnections(), settings.stopWithinMs).unref();
    });
  }
}
// #endregion
