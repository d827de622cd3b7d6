import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import { ask } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import { task } from "../../harness/task.ts";
import { until } from "../../harness/wait.ts";
import { howMany, linesOf, mustAllLive, settled, type Line } from "./flight.ts";

/** As many as no program would expect without being told. */
const WORKERS = 3;
/** Of two workers, the second is held until the first has died. */
const PAIR = 2;
/** So far are `online` and `listening` apart: what takes one for the other is seen, however slow the machine is. */
const START_MS = 1000;

task("ready-means-listening", ({ check, shared }) => {
  const env = { WEB_CONCURRENCY: String(WORKERS), WORKER_START_MS: String(START_MS) };
  const shop = shared({ env, ready: "none" });

  check("not-before-all-listen", async () => {
    const program = await shop();
    await sayReady(program);
    const atReady = howMany(program, "listening");
    await until(() => howMany(program, "listening") >= WORKERS, {
      what: "all workers listen",
      within: patience(20_000),
      unless: program.mustLive,
    });
    // The recorder's own lines tell the order exactly; without them, the trace at the moment of `ready` does.
    const all = () => workersWith(linesOf(program), "listening") >= WORKERS;
    await settled(program, all, 300);
    const before = linesBeforeReady(program);
    const listening = all() ? before.listening : atReady;
    if (listening >= WORKERS) {
      // Handlers of one event run one after the other: what they print comes at once, or not at all.
      await settled(program, () => readyLines(program) > 1, 100);
      if (readyLines(program) > 1) throw new Finding("ready-twice", { lines: readyLines(program) });
      return;
    }
    if (listening > 0) throw new Finding("ready-too-soon", { listening, workers: WORKERS });
    throw new Finding(before.online >= WORKERS ? "ready-at-online" : "ready-at-fork", {});
  });

  check("request-at-ready", async () => {
    const program = await shop();
    await sayReady(program);
    const outcome = await ask(program.url);
    if (outcome.kind === "answer" && outcome.status === 200) return;
    const id = outcome.kind === "refused" ? "refused-at-ready" : "failed-at-ready";
    throw new Finding(id, endOf(outcome));
  });

  check("dead-do-not-count", async ({ start }) => {
    const program = await start({ env: { ...env, WEB_CONCURRENCY: String(PAIR) }, ready: "none" });
    const child = (type: string, worker: number) =>
      program.trace.of(type).find((event) => event["worker"] === worker)?.["child"];
    const within = patience(20_000);
    const unless = program.mustLive;
    const alive = { within, unless: () => mustAllLive(program) };
    const first = await until(() => child("online", 1), { what: "worker 1", ...alive });
    const second = await until(() => child("online", 2), { what: "worker 2", ...alive });
    // The second is held until the first has listened and died, so that they never listen at the same time.
    process.kill(Number(second), "SIGSTOP");
    await until(() => child("listening", 1), { what: "worker 1 listens", ...alive });
    process.kill(Number(first), "SIGKILL");
    await until(() => child("exit", 1), { what: "worker 1 has died", within, unless });
    process.kill(Number(second), "SIGCONT");
    await until(() => child("listening", 2), { what: "worker 2 listens", within, unless });
    const said = () => readyLines(program) > 0;
    await settled(program, said, 300);
    if (said() && mostAtOnce(program) < PAIR) throw new Finding("dead-counted", {});
  });
});

/** @throws {Finding} never-ready when all listen and no such line comes. */
async function sayReady(program: Program): Promise<void> {
  const said = () => readyLines(program) > 0;
  let allListenSince: number | undefined;
  await until(said, {
    what: "the line of the event ready",
    within: patience(20_000),
    every: 5,
    unless: () => {
      program.mustLive();
      if (howMany(program, "listening") < WORKERS) return;
      allListenSince ??= performance.now();
      if (performance.now() - allListenSince > patience(800))
        throw new Finding("never-ready", {}, "timed-out");
    },
  });
}

/** How many workers have listened at the same time, at most: a program may fork a new one for the dead. */
function mostAtOnce(program: Program): number {
  const listening = new Set<unknown>();
  const sizes = program.trace.events().map(({ type, worker }) => {
    if (type === "listening") listening.add(worker);
    if (type === "exit") listening.delete(worker);
    return listening.size;
  });
  return Math.max(...sizes);
}

function readyLines(program: Program): number {
  return linesOf(program).filter(({ event }) => event === "ready").length;
}

/** How many workers had been recorded as online and as listening when `ready` was. */
function linesBeforeReady(program: Program): { online: number; listening: number } {
  const lines = linesOf(program);
  const before = lines.slice(
    0,
    lines.findIndex(({ event }) => event === "ready"),
  );
  return { online: workersWith(before, "online"), listening: workersWith(before, "listening") };
}

/** How many different workers have a line of this event. */
function workersWith(lines: Line[], wanted: string): number {
  return new Set(lines.filter(({ event }) => event === wanted).map(({ worker }) => worker)).size;
}
