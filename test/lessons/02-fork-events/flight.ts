import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { withHeldPort } from "../../harness/held-port.ts";
import { patience } from "../../harness/pace.ts";
import { ask, jsonOf } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import type { CheckContext } from "../../harness/task.ts";
import { until } from "../../harness/wait.ts";

export const EVENTS = ["fork", "online", "listening", "disconnect", "exit"];
/** How long workers may take until they listen, in ms: a slow machine is no fault of theirs, but the check must end. */
const bootWithin = () => Math.min(Math.max(20_000, patience(4000)), 60_000);

/** A line of the learner's flight recorder. */
export interface Line {
  event: string;
  worker?: unknown;
  [field: string]: unknown;
}

/** The lines of JSON with an event that the program has printed so far; everything else is ignored. */
export function linesOf(program: Program): Line[] {
  return program.stdout.lines.flatMap((text) => {
    try {
      const line: unknown = JSON.parse(text);
      return line !== null && typeof line === "object" && "event" in line ? [line as Line] : [];
    } catch {
      return [];
    }
  });
}

/** The cluster's own events of a run, by our trace. */
export function tracedEvents(program: Program): { event: string; worker: number }[] {
  return program.trace
    .events()
    .filter(({ type }) => EVENTS.includes(type))
    .map(({ type, worker }) => ({ event: type, worker: Number(worker) }));
}

/** How many different workers have got as far as `event`. */
export function howMany(program: Program, event: string): number {
  return new Set(program.trace.of(event).map(({ worker }) => worker)).size;
}

/**
 * Waits until so many workers listen.
 * @throws {Finding} worker-died when one ends before.
 */
export async function allListen(program: Program, workers: number): Promise<void> {
  await until(() => howMany(program, "listening") >= workers, {
    what: `${workers} workers listen`,
    within: bootWithin(),
    unless: () => mustAllLive(program),
  });
}

/** For waits during which nobody may end. @throws {Finding} worker-died, or exited-early. */
export function mustAllLive(program: Program): void {
  const [death] = program.trace.of("exit");
  if (death) throw new Finding("worker-died", workerDeath(program, death), "crashed");
  program.mustLive();
}

function workerDeath(program: Program, death: Record<string, unknown>): Record<string, unknown> {
  const crash = program.trace.of("crash")[0];
  return { code: death["code"], signal: death["signal"], message: crash?.["message"] };
}

/** Sends a request and gives the worker that answered it, and the answer. */
export async function askWorker(
  program: Program,
  path: string,
  method = "POST",
): Promise<{ worker: number; answer: Record<string, unknown> }> {
  const outcome = await ask(program.url + path, { method });
  const answer = jsonOf(outcome);
  if (answer && typeof answer["worker"] === "number") return { worker: answer["worker"], answer };
  await program.exited(patience(300)).catch(() => {}); // the primary may have died of what the request led to
  program.mustLive();
  throw new Finding("route-broken", { route: `${method} ${path}`, ...endOf(outcome) });
}

/** Lets a worker end by one of the starter's routes; gives its id once the primary knows of its end. */
export async function endOne(program: Program, path: string): Promise<number> {
  const { worker } = await askWorker(program, path);
  await exitOf(program, worker);
  return worker;
}

/**
 * Starts the shop with one worker on a port that somebody else has: the worker dies of that while it starts.
 * Gives the program when one has died.
 */
export async function shopThatCantOpen(start: CheckContext["start"]): Promise<Program> {
  return withHeldPort(async (port) => {
    const program = await start({ port, env: { WEB_CONCURRENCY: "1" }, ready: "none" });
    await until(() => program.trace.of("exit").length > 0, {
      what: "the worker dies",
      within: bootWithin(),
      unless: () => howMany(program, "fork") === 0 && program.mustLive(),
    });
    return program;
  });
}

/** Kills a worker from outside, as the system does when memory is short. */
export async function killOne(program: Program): Promise<number> {
  const gone = new Set(program.trace.of("exit").map(({ worker }) => worker));
  const victim = program.trace.of("fork").find(({ worker }) => !gone.has(worker))!;
  process.kill(Number(victim["child"]), "SIGKILL");
  const worker = Number(victim["worker"]);
  await exitOf(program, worker);
  return worker;
}

async function exitOf(program: Program, worker: number): Promise<void> {
  const isIt = (event: { type: string; worker?: unknown }) =>
    event.type === "exit" && event.worker === worker;
  await program.trace.wait(isIt, `worker ${worker} exits`, patience(5000));
}

/**
 * Waits until the learner's lines satisfy `enough`, or no more can come: what a program wrote before its exit is read
 * within a few looks after it. Never throws; who asks then looks at what is there.
 */
export async function settled(
  program: Program,
  enough: () => boolean,
  within = 800,
): Promise<void> {
  let looksAfterExit = 0;
  const over = () => enough() || (program.exit !== undefined && ++looksAfterExit > 5);
  await until(over, { what: "lines", within: patience(within) }).catch(() => {});
}
