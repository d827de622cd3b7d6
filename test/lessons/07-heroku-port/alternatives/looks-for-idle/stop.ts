import type { Server } from "node:http";

/** On SIGTERM the server takes no new connections; those that have become idle are looked for every second. */
export function stopOnSignal(server: Server): void {
  process.once("SIGTERM", () => {
    const looking = setInterval(() => server.closeIdleConnections(), 1000);
    server.close(() => clearInterval(looking));
  });
}
