import type { Server } from "node:http";

/** On SIGTERM the server closes, and the program ends as soon as the answer in flight has gone out. */
export function stopOnSignal(server: Server): void {
  let stopping = false;
  let busy = 0;
  server.prependListener("request", (_req, res) => {
    busy++;
    res.once("finish", () => {
      if (stopping) process.exit(0);
      busy--;
    });
  });
  process.once("SIGTERM", () => {
    stopping = true;
    server.close();
    if (busy === 0) process.exit(0);
  });
}
