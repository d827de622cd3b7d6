import type { Server } from "node:http";
import { settings } from "./settings.ts";

// #region drain
/** Lets a server end well: on a signal, what has begun is finished. */
export function drainOnSignal(server: Server): void {
  let inFlight = 0;
  let stopping = false;
  server.prependListener("request", (_req, res) => {
    inFlight += 1;
    res.once("close", () => {
      inFlight -= 1;
      if (stopping && inFlight === 0) process.exit(0);
    });
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      stopping = true;
      if (inFlight === 0) process.exit(0);
      setTimeout(() => process.exit(0), settings.stopWithinMs);
    });
  }
}
// #endregion
