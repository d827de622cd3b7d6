import { get } from "node:http";
import { whenOver } from "../../harness/limit.ts";
import { patience } from "../../harness/pace.ts";
import type { Outcome } from "../../harness/probe.ts";

export interface Half {
  /** How it ended; never rejected, and always comes. */
  outcome: Promise<Outcome>;
  /** Whether the beginning of the answer has come. */
  readonly begun: boolean;
  /** Whether it is over. */
  readonly over: boolean;
}

/** Asks for an answer that its server will break off. */
export function askForHalf(url: string): Half {
  const start = performance.now();
  const ms = () => Math.round(performance.now() - start);
  let [begun, over] = [false, false];
  const outcome = new Promise<Outcome>((resolve) => {
    const broken = () => resolve({ kind: "reset", ms: ms() });
    const req = get(url, { agent: false }, (res) => {
      const { statusCode, headers } = res;
      let body = "";
      res.setEncoding("utf8").on("data", (piece: string) => (body += piece));
      res.once("data", () => (begun = true));
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
    req.on("close", () => {
      callOff();
      over = true;
    });
  });
  return {
    outcome,
    get begun() {
      return begun;
    },
    get over() {
      return over;
    },
  };
}
