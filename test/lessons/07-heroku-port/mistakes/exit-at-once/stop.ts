import type { Server } from "node:http";

export function stopOnSignal(server: Server): void {
  process.on("SIGTERM", () => {
    console.log("SIGTERM: bye");
    server.close();
    process.exit(0);
  });
}
