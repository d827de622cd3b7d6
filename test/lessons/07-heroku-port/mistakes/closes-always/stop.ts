import type { Server } from "node:http";

export function stopOnSignal(server: Server): void {
  server.prependListener("request", (_req, res) => {
    res.setHeader("Connection", "close"); // so that no connection is left at the stop
  });
  process.once("SIGTERM", () => {
    console.log("SIGTERM: finishing what is in flight");
    server.close();
  });
}
