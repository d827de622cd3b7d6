import { Finding } from "../../harness/finding.ts";
import { lookAgain } from "../../harness/look-again.ts";
import { patience } from "../../harness/pace.ts";
import { ask } from "../../harness/probe.ts";
import { isAlive } from "../../harness/processes.ts";
import type { Program } from "../../harness/program.ts";
import { task, type CheckContext } from "../../harness/task.ts";
import { until } from "../../harness/wait.ts";
import { allListen, askWorker, howMany, linesOf, mustAllLive, settled } from "./flight.ts";

const WORKERS = 2;
const LONG = 60_000;
/** So long may a program wait between two looks at who is still there, on every machine, in ms. */
const LOOK = 1000;
/**
 * A little shorter than what settings.ts has where nothing is said, in ms: who takes that always is seen on a slow machine, too, and
 * never ends before. Who is late only because the machine is gets more looks.
 */
const TOO_LATE = 4900;
/** So long do workers start, where SIGTERM is to come meanwhile, however slow the machine is. */
const START_MS = 1000;
const settings = (stopWithinMs: number) =>
  ({
    env: { WEB_CONCURRENCY: String(WORKERS), STOP_WITHIN_MS: String(stopWithinMs) },
    ready: "none",
  }) as const;

task("stop", ({ check }) => {
  check("all-leave", async ({ start }) => {
    const program = await start(settings(LONG));
    await allListen(program, WORKERS);
    program.signal("SIGTERM");
    await ended(program);
    judgeEnd(program);
    const exits = program.trace.of("exit");
    if (exits.some(({ signal }) => signal === "SIGTERM")) throw new Finding("workers-killed", {});
    if (exits.some(({ planned }) => planned !== true)) throw new Finding("not-disconnected", {});
    if (program.exit!.code !== 0) throw new Finding("stop-code", { code: program.exit!.code });
    await mustTellThePlan(program);
  });

  // How workers end that have been interrupted is their own affair.
  check("stops-while-starting", async ({ start }) => {
    const { env, ready } = settings(LONG);
    const program = await start({ env: { ...env, WORKER_START_MS: String(START_MS) }, ready });
    await until(() => howMany(program, "online") >= WORKERS, {
      what: "all workers are online",
      within: patience(20_000),
      unless: () => mustAllLive(program),
    });
    program.signal("SIGTERM");
    await ended(program);
    if (program.exit?.signal) throw new Finding("ended-while-starting", {});
  });

  check("waits-for-work", async ({ start }) => {
    const program = await start(settings(LONG));
    await allListen(program, WORKERS);
    const brewing = ask(`${program.url}/brew?ms=800`, { within: patience(10_000) });
    const taken = ({ type, path }: { type: string; path?: unknown }) =>
      type === "request" && String(path).startsWith("/brew");
    await program.trace.wait(taken, "the order is taken", patience(5000));
    program.signal("SIGTERM");
    const outcome = await brewing;
    await ended(program);
    if (program.exit?.signal) throw new Finding("ended-by-signal", { signal: program.exit.signal });
    if (outcome.kind !== "answer") throw new Finding("work-cut", { kind: outcome.kind });
    judgeEnd(program);
  });

  // Whether an end comes too late, only time tells.
  check("ends-who-stays", ({ start }) => lookAgain([1, 1, 1], () => whoStays(start)));
});

/** What is wrong when a worker that doesn't go is ended, but late. @throws {Finding} what else is wrong. */
async function whoStays(start: CheckContext["start"]): Promise<Finding | undefined> {
  const program = await start(settings(300));
  await allListen(program, WORKERS);
  const { worker } = await askWorker(program, "/stay");
  const { child } = program.trace.of("fork").find((event) => event["worker"] === worker)!;
  program.signal("SIGTERM");
  const asked = performance.now();
  // Who looks once a second sees after the first one who is still there, and after the second that nobody is.
  const exit = await program.exited(2 * LOOK + patience(800)).catch(() => undefined);
  const late = performance.now() - asked > TOO_LATE;
  if (exit?.signal) throw new Finding("ended-by-signal", { signal: exit.signal });
  if (exit && isAlive(Number(child))) throw new Finding("orphan-left", {});
  // What a signal does is heard of a moment later by the primary, and by us a moment after the primary's end.
  if (exit) await settled(program, () => howMany(program, "exit") >= WORKERS, 1000);
  if (exit && howMany(program, "exit") < WORKERS) throw new Finding("ended-with-the-forced", {});
  if (exit && !late) {
    await mustTellThePlan(program);
    return undefined;
  }
  const declined = program.output.text.includes("I am counting the cash");
  const finding = new Finding(declined ? "sigterm-ignored" : "nobody-ends-it", {}, "timed-out");
  if (exit) return finding;
  throw finding;
}

/**
 * Who was asked to leave has a planned end, whatever came of it; at SIGTERM it is the primary that asks. A program without a
 * recorder has no lines to be wrong.
 */
async function mustTellThePlan(program: Program): Promise<void> {
  const lineOf = (id: unknown) =>
    linesOf(program).find(({ event, worker }) => event === "exit" && worker === id);
  const asked = program.trace.of("exit").filter(({ planned }) => planned === true);
  await settled(program, () => asked.every(({ worker }) => lineOf(worker)));
  const wrong = asked.find(({ worker }) => lineOf(worker)?.["planned"] === false);
  if (!wrong) return;
  const line = JSON.stringify(lineOf(wrong["worker"]));
  throw new Finding("asked-but-unplanned", { forced: wrong["signal"] !== null, line });
}

/** Waits for the program's end; not longer than a moment once all its workers are gone, for some look only once a second. */
async function ended(program: Program): Promise<void> {
  const over = () => program.exit ?? (howMany(program, "exit") >= WORKERS ? "alone" : undefined);
  const how = await until(over, { what: "end", within: patience(3000) }).catch(() => undefined);
  if (how === "alone") await program.exited(LOOK + patience(1000)).catch(() => {});
}

/** Whether the primary ended because of its workers' ends, and after all of them. */
function judgeEnd(program: Program): void {
  const { exit } = program;
  const gone = howMany(program, "exit");
  if (exit?.signal) throw new Finding("ended-by-signal", { signal: exit.signal });
  if (!exit && gone >= WORKERS) throw new Finding("stays-alone", {}, "timed-out");
  if (!exit) throw new Finding("does-not-stop", {}, "timed-out");
  if (gone >= WORKERS) return;
  const asked = gone > 0 || howMany(program, "disconnect") > 0;
  throw new Finding(asked ? "ended-before-workers" : "ended-at-once", {});
}
