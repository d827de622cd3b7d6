import type { Server, ServerResponse } from "node:http";

/** Everybody gets an answer at the stop. The teas are not made. */
export function stopOnSignal(server: Server): void {
  const waiting = new Set<ServerResponse>();
  server.prependListener("request", (_req, res) => {
    waiting.add(res);
    res.once("close", () => waiting.delete(res));
  });
  process.once("SIGTERM", async () => {
    server.close();
    const answers = [...waiting].map((res) => {
      res.setHeader("Connection", "close");
      return new Promise<void>((resolve) => res.end('{"ready":true}', resolve));
    });
    await Promise.all(answers);
    process.exit(0);
  });
}
