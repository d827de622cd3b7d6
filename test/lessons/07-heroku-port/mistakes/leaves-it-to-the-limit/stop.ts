import type { Server } from "node:http";

/** Less than the 30 seconds after which the dyno is killed. */
const LONGEST_MS = 25_000;

/** Closes the server, and what is still connected when the time is nearly over. */
export function stopOnSignal(server: Server): void {
  process.once("SIGTERM", () => {
    server.close();
    setTimeout(() => server.closeAllConnections(), LONGEST_MS).unref();
  });
}
