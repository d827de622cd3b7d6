import { lookAgain } from "../../harness/look-again.ts";
import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { ask, jsonOf, oneConnection, type AskOptions } from "../../harness/probe.ts";
import { patience } from "../../harness/pace.ts";
import type { Program } from "../../harness/program.ts";
import { task } from "../../harness/task.ts";
import { askShop } from "./pids.ts";
import { LONG, mustBeRight } from "./reports.ts";

/** So many answers during the report prove that it blocks nobody; one can slip in at its end. */
const ENOUGH = 3;
/** Shorter than the 5 s for which Node.js keeps an idle connection unless told otherwise, in ms. */
const IDLE = 4000;

task("one-slow-worker", ({ check, shared }) => {
  const shop = shared({ env: { WEB_CONCURRENCY: "1" } });

  check("report-is-right", async () => {
    const program = await shop();
    await mustBeRight(program, 1000);
    // Two at once, after one that may have been kept: none may get another one's answer.
    await Promise.all([mustBeRight(program, 2000), mustBeRight(program)]);
  });

  check("others-stay-quick", async () => {
    const program = await shop();
    // Whom this one forks has started before the long report is over.
    await askShop(program, "/report?orders=1000");
    // Longer on a slow machine, where waiting for the processor takes its time; not so long that idle connections are closed.
    const orders = Math.min(patience(LONG), LONG * 2);
    // Each look has a number of its own, by which its request is found in the trace.
    await lookAgain([1, 1.1], (times) => whatWaits(program, Math.round(orders * times))).finally(
      () => mustNotFork(program),
    );
  });
});

/** Lets the shop compute a report, and sees who has to wait for it. */
async function whatWaits(program: Program, orders: number): Promise<Finding | undefined> {
  const agent = oneConnection();
  await ask(program.url, { agent });
  const since = performance.now();
  let running = true;
  const report = ask(`${program.url}/report?orders=${orders}`, { within: patience(30_000) });
  const ended = report.finally(() => (running = false));
  const begun = await program.trace
    .wait(
      ({ type, path }) => type === "request" && String(path).endsWith(`=${orders}`),
      "report",
      patience(5000),
    )
    .catch(() => undefined);
  const [fresh, kept] = await Promise.all([
    answersWhile(() => running, program, since, {}),
    answersWhile(() => running, program, since, { agent }),
  ]);
  const outcome = await ended;
  agent.destroy();
  if (jsonOf(outcome)?.["orders"] !== orders) throw new Finding("report-broken", endOf(outcome));
  // A few answers may slip in before the computation begins, so that the longest wait counts, too.
  const blocked = ({ during, longest }: typeof fresh) =>
    during < ENOUGH || longest > outcome.ms / 2;
  if (!blocked(fresh) && !blocked(kept)) return undefined;
  const data = { longest: Math.max(fresh.longest, kept.longest), report: outcome.ms };
  // A worker that computes in long slices makes new clients wait for two of them, and those with an open connection for one.
  const quick = kept.longest < fresh.longest / 3;
  if (!blocked(kept) && quick) return new Finding("primary-blocked", data);
  const helper = program.trace
    .of("start")
    .find(({ at, role }) => role === "primary" && at > (begun?.at ?? Infinity));
  return new Finding(helper ? "waits-synchronously" : "loop-blocked", data);
}

/**
 * A worker thread that runs the main file takes itself for a primary: its workers have this shop's worker as their parent, and
 * not the process that forked the first one. That need not be the one which we started: a launcher may stand before it.
 */
function mustNotFork({ trace }: Program): void {
  const workers = trace.of("start").filter(({ role }) => role === "worker");
  const strangers = workers.filter(({ ppid }) => ppid !== workers[0]!["ppid"]);
  if (strangers.length > 0) throw new Finding("report-forks", { forked: strangers.length });
}

/**
 * Asks for the front page again and again, and counts the answers that come while the report is still computed.
 * @param since when the last answer came, by the clock of `performance.now()`.
 */
async function answersWhile(
  running: () => boolean,
  { url }: Program,
  since: number,
  options: AskOptions,
) {
  let [during, longest, last] = [0, 0, since];
  for (let i = 0; running() && i < 25; i++) {
    const outcome = await ask(url, { ...options, within: patience(30_000) });
    longest = Math.max(longest, outcome.ms);
    const idle = performance.now() - last;
    last += idle;
    if (outcome.kind === "reset" && options.agent && idle > IDLE) {
      // Who comes to a kept connection so late closes it as an idle one, before it sees the request that waits there.
      if (outcome.ms > IDLE) break;
      // On a slow machine it may be ours that comes so late; the next request has a new connection.
      continue;
    }
    if (!jsonOf(outcome)) throw new Finding("front-page-broken", endOf(outcome));
    if (running()) during += 1;
  }
  return { during, longest };
}
