import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import { ask } from "../../harness/probe.ts";
import type { CheckContext } from "../../harness/task.ts";
import { answer } from "./counter.ts";
import { mustBeServed, type Shop } from "./shop.ts";

/** Asked for, in ms. */
const WORKS_FOR = 3000;
/** Long enough for the one or two seconds that are often given to the dead, and far enough from what is asked for. */
const ANSWERED_AFTER = 2200;

/** server.ts itself must not end an answer that nginx waits for. */
export async function mustFinishAnswer({ start }: CheckContext): Promise<void> {
  const server = await start({ command: ["node", "server.ts"] });
  const path = `/slow?ms=${ANSWERED_AFTER}`;
  const outcome = await ask(server.url + path, { within: patience(8000) });
  const broken =
    outcome.kind === "reset" ||
    (outcome.kind === "answer" && [408, 503, 504].includes(outcome.status));
  if (broken) throw new Finding("server-gives-up", { ms: outcome.ms, ...endOf(outcome) });
}

/** A server that works on an answer is not dead: nginx must wait for it. */
export async function mustWaitForAnswer(shop: Shop): Promise<void> {
  let gaveUpAfter: number | undefined;
  for (const counter of shop.counters) {
    counter.behave = (arrived, res, self) => {
      const since = performance.now();
      const timer = setTimeout(() => answer(arrived, res, self), ANSWERED_AFTER);
      res.on("close", () => {
        clearTimeout(timer);
        if (!res.writableEnded) gaveUpAfter ??= performance.now() - since;
      });
    };
  }
  const outcome = await shop.ask("/", { within: patience(8000) });
  if (gaveUpAfter === undefined) return mustBeServed(shop, outcome);
  // On a machine that is too busy to answer in time, the server may have been given all the time that it shall have.
  if (gaveUpAfter < WORKS_FOR)
    throw new Finding("gives-up-early", { ms: gaveUpAfter, ...endOf(outcome) });
}
