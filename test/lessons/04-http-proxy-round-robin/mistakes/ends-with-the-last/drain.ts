import type { Server } from "node:http";
import { settings } from "./settings.ts";

export function drainOnSignal(server: Server): void {
  let stopping = false;
  let inFlight = 0;
  setInterval(() => console.log(`${inFlight} in flight`), 60_000);
  server.prependListener("request", ({ socket }, res) => {
    inFlight++;
    res.once("close", () => {
      inFlight--;
      if (!stopping) return;
      socket.end();
      if (inFlight === 0) process.exit(0);
    });
  });
  process.once("SIGTERM", () => {
    stopping = true;
    server.close();
    setTimeout(() => server.closeAllConnections(), settings.stopWithinMs).unref();
  });
}
