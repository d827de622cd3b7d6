import type { Server } from "node:http";
import { settings } from "./settings.ts";

// #region drain
/** Lets a server end well: on a signal, nothing new is accepted, and what has begun is finished. */
export function drainOnSignal(server: Server): void {
  server.prependListener("request", ({ socket }, res) => {
    res.once("finish", () => {
      if (!server.listening) socket.end(); // busy when the stop began, idle now
    });
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      server.close();
      setTimeout(() => server.closeAllConnections(), settings.stopWithinMs);
    });
  }
}
// #endregion
