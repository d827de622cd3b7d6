import { ask, jsonOf, type AskOptions, type Outcome } from "../../harness/probe.ts";
import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { Limit } from "../../harness/limit.ts";
import { patience } from "../../harness/pace.ts";
import { accepts, type Program } from "../../harness/program.ts";
import { until } from "../../harness/wait.ts";

/** Sends a request to a shop that may have been started a moment ago. */
export async function askShop(
  program: Program,
  path: string,
  options: AskOptions = {},
): Promise<Outcome> {
  const outcome = await ask(program.url + path, options);
  if (!["refused", "reset"].includes(outcome.kind) || !(await opensLater(program))) return outcome;
  return ask(program.url + path, options);
}

/**
 * Waits for the first worker of a shop that has refused a connection, or cut it, and tells whether it came. A primary may try
 * the port before it forks, and give it back: then somebody has listened already, and nobody does until a worker is ready.
 * A connection that waited in the queue of the trial is cut when the trial closes.
 */
export async function opensLater(program: Program): Promise<boolean> {
  const { pid: main, trace, port } = program;
  const events = trace.events();
  const opened = events.findIndex(({ type, pid }) => type === "listen" && pid === main);
  const forked = events.findIndex(({ type }) => type === "fork");
  // What the primary opens for its workers comes after the first fork.
  if (opened < 0 || (forked >= 0 && forked < opened)) return false;
  return until(async () => program.exit !== undefined || (await accepts(port)), {
    what: "the first worker",
    within: patience(4000),
  }).then(
    () => program.exit === undefined,
    () => false,
  );
}

/**
 * Asks the front page `count` times, one request after the other, and gives the pid that each answer carries.
 * @throws {Finding} no-pid when an answer is not JSON with a pid, or no answer came.
 */
export async function pidsOfAnswers(
  program: Program,
  count: number,
  options: AskOptions = {},
): Promise<number[]> {
  const pids: number[] = [];
  for (let i = 0; i < count; i++) {
    const outcome = await askShop(program, "/", options);
    const pid = jsonOf(outcome)?.["pid"];
    if (typeof pid !== "number") {
      throw new Finding("no-pid", endOf(outcome));
    }
    pids.push(pid);
  }
  return pids;
}

/**
 * The pids that answer on fresh connections. Asks until every worker listens or has failed, then six times per wanted
 * worker; when some are still missing, goes on for a while, because not every right way of sharing is an even one.
 */
export async function whoAnswers(program: Program, wanted: number): Promise<number[]> {
  const pids: number[] = [];
  const limit = new Limit(patience(4000));
  for (let rest = wanted * 6; rest > 0;) {
    pids.push(...(await pidsOfAnswers(program, 1)));
    if (settled(program) || limit.over) rest -= 1;
  }
  const more = (asked: number) => asked < wanted * 30 || (mayBeBooting(program) && !limit.over);
  for (let i = 0; distinct(pids).length < wanted && more(i); i++) {
    pids.push(...(await pidsOfAnswers(program, 1)));
  }
  return pids;
}

/** Child processes of a program without a cluster tell nobody when they serve: the last one may boot while others answer. */
function mayBeBooting({ pid: main, trace }: Program): boolean {
  return trace.of("fork").length === 0 && trace.of("start").some(({ pid }) => pid !== main);
}

/**
 * Whether every worker that was forked listens, or has failed: then no more of them will answer. When the primary can't open
 * the port for them, all have failed, also those that say nothing of it. A worker to which the primary hands connections that it
 * has accepted itself never listens; its first request shows that it serves.
 */
function settled({ pid: main, trace }: Program): boolean {
  const events = trace.events();
  if (events.some(({ type, pid }) => type === "listen-error" && pid === main)) return true;
  const decided = new Set(
    events
      .filter(({ type }) =>
        ["listening", "listen", "request", "listen-error", "exit", "end"].includes(type),
      )
      .map(({ child, pid }): unknown => child ?? pid),
  );
  return events.filter(({ type }) => type === "fork").every(({ child }) => decided.has(child));
}

/**
 * Waits until there are workers, and `settled` (a port that was only tried is open before the first fork); not for ever, and who
 * goes on then looks at what is there.
 */
export async function allSettled(program: Program): Promise<void> {
  const limit = { what: "listening workers", within: patience(4000) };
  const done = () => program.trace.of("fork").length > 0 && settled(program);
  await until(done, limit).catch(() => {});
}

/** The different values of a list, smallest first. */
export function distinct(values: number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}
