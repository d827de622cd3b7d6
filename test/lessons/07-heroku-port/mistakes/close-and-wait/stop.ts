import type { Server } from "node:http";

export function stopOnSignal(server: Server): void {
  process.on("SIGTERM", () => {
    console.log("SIGTERM: finishing what is in flight");
    server.close();
  });
}
