import type { Server } from "node:http";

/** Counts the requests in flight; after SIGTERM the program ends with the last of them. The server itself stays open. */
export function stopOnSignal(server: Server): void {
  let inFlight = 0;
  let stopping = false;
  const endIfDone = () => {
    if (stopping && inFlight === 0) process.exit(0);
  };
  server.on("request", (_req, res) => {
    inFlight++;
    res.once("close", () => {
      inFlight--;
      endIfDone();
    });
  });
  process.once("SIGTERM", () => {
    stopping = true;
    endIfDone();
  });
}
