import { get } from "node:http";
import { whenOver } from "../../harness/limit.ts";
import { patience } from "../../harness/pace.ts";
import type { Outcome } from "../../harness/probe.ts";

/**
 * Asks for an answer that its server breaks off as soon as its beginning is here, and tells how that ended; never throws,
 * and always ends.
 */
export function askForHalf(url: string, breakOff: () => void): Promise<Outcome> {
  const start = performance.now();
  const ms = () => Math.round(performance.now() - start);
  return new Promise((resolve) => {
    const broken = () => resolve({ kind: "reset", ms: ms() });
    const req = get(url, { agent: false }, (res) => {
      const { statusCode, headers } = res;
      let body = "";
      res.setEncoding("utf8").on("data", (piece: string) => (body += piece));
      res.once("data", breakOff);
      res.on("end", () =>
        resolve({ kind: "answer", status: statusCode!, headers, body, ms: ms() }),
      );
      res.on("error", broken);
    });
    const callOff = whenOver(patience(2500), () => {
      resolve({ kind: "late", ms: ms() });
      req.destroy();
    });
    req.on("error", broken);
    req.on("upgrade", (_, socket) => {
      socket.destroy(); // nobody asked for it
      broken();
    });
    req.on("close", callOff);
  });
}
