import type { Server } from "node:http";

/** Closes the server, and leaves kept connections to the default keepAliveTimeout. */
export function stopOnSignal(server: Server): void {
  process.once("SIGTERM", () => server.close());
}
