import { setTimeout as sleep } from "node:timers/promises";
import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import { ask, jsonOf } from "../../harness/probe.ts";
import { isAlive } from "../../harness/processes.ts";
import type { Program } from "../../harness/program.ts";
import type { CheckContext } from "../../harness/task.ts";
import type { TraceEvent } from "../../harness/trace.ts";
import { until, WaitTimeout } from "../../harness/wait.ts";

/** Starts the shop with so many workers, and waits until all of them listen. */
export async function openShop(
  start: CheckContext["start"],
  workers: number,
  env: Record<string, string> = {},
): Promise<Program> {
  const shop = await start({ env: { WEB_CONCURRENCY: String(workers), ...env } });
  await allListen(shop, workers);
  return shop;
}

/** Waits until so many workers have listened since the start. */
export async function allListen(shop: Program, workers: number): Promise<void> {
  const what = `${workers} workers that listen`;
  const unless = shop.mustLive;
  await until(() => listened(shop).length >= workers, { what, within: patience(10_000), unless });
}

/** Looks until `look` gives something; undefined when nothing came in time, or the program ended before. */
export async function seen<T>(
  shop: Program,
  look: () => T | Promise<T>,
  usual: number,
): Promise<NonNullable<T> | undefined> {
  const gone = new Error();
  const unless = () => {
    if (shop.exit) throw gone;
  };
  try {
    return await until(look, { what: "a sign", within: patience(usual), unless });
  } catch (error) {
    if (error === gone) return (await look()) || undefined;
    if (error instanceof WaitTimeout) return undefined;
    throw error;
  }
}

/** The pids of all workers that have listened. */
export function listened(shop: Program): number[] {
  return [...new Set(shop.trace.of("listening").map(({ child }) => Number(child)))];
}

/** The pids of the workers that were forked and have not exited. */
export function living(shop: Program): number[] {
  const gone = shop.trace.of("exit").map(({ child }) => child);
  return shop.trace.of("fork").flatMap(({ child }) => (gone.includes(child) ? [] : Number(child)));
}

/**
 * How long, in ms, an order must take that is to be still in work when the program has done something else, such as to boot
 * a worker or to close its port: by what this program's own workers have needed here and now, and by how slow the machine is,
 * because we must see it, too. What each boot was made to sleep takes no longer on a slow machine.
 */
export function outlasting(shop: Program, slept = 0): number {
  const listening = shop.trace.of("listening");
  const boots = shop.trace.of("fork").map(({ at, child }) => {
    const ready = listening.find((one) => one["child"] === child);
    return ready ? ready.at - at : 0;
  });
  return Math.round(slept + Math.max(patience(300), 3 * (Math.max(...boots) - slept)));
}

/** The exit of a worker as its primary saw it, once it has. */
export function exitOf(shop: Program, pid: number): TraceEvent | undefined {
  return shop.trace.of("exit").find(({ child }) => child === pid);
}

/** Tells a worker to crash, waits for its death, and gives its exit. */
export async function crash(shop: Program): Promise<TraceEvent & { child: number }> {
  const pid = await send(shop, "/crash", "crashing");
  const exit = await seen(shop, () => exitOf(shop, pid), 5000);
  if (exit) return { ...exit, child: pid };
  shop.mustLive();
  const threw = shop.trace.of("crash").some((one) => one.pid === pid);
  throw new Finding(threw && isAlive(pid) ? "crash-swallowed" : "no-death", { pid });
}

/** Tells a worker to leave as planned, waits until it has, and gives its pid. */
export async function retire(shop: Program): Promise<number> {
  const pid = await send(shop, "/retire", "retiring");
  if (await seen(shop, () => exitOf(shop, pid), 8000)) return pid;
  shop.mustLive();
  throw new Finding("retire-never-ends", { pid });
}

/** Sends a signal to a process that may have ended by itself in this moment. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/**
 * Waits until a worker listens that is not one of `before`; gives its pid, or undefined. A fork shows itself at once, a
 * boot takes longer: so a program that does not fork is not waited for as long as one that boots.
 */
export async function newcomer(shop: Program, before: number[]): Promise<number | undefined> {
  const isNew = (pid: number) => !before.includes(pid);
  const forked = () => shop.trace.of("fork").some(({ child }) => isNew(Number(child)));
  if (!(await seen(shop, forked, 1000))) return undefined;
  return seen(shop, () => listened(shop).find(isNew), 4000);
}

/** Waits until a moment that an event and a length of time decide, such as the end of a healthy period. */
export async function after(event: TraceEvent, ms: number): Promise<void> {
  const left = event.at + ms - now();
  if (left > 0) await sleep(left);
}

/** The time as events tell it, in ms. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}

/** For how long no worker has been forked and none has ended, in ms. */
export function restsFor({ trace }: Program): number {
  return now() - Math.max(...[...trace.of("fork"), ...trace.of("exit")].map(({ at }) => at));
}

/** A connection may be handed to a worker that is just dying, and hang: such a request is sent again. */
async function send(shop: Program, path: string, field: string): Promise<number> {
  let end = {};
  for (let i = 0; i < 4; i++) {
    const outcome = await ask(shop.url + path, { method: "POST", within: patience(1500) });
    const pid = jsonOf(outcome)?.[field];
    if (typeof pid === "number") return pid;
    end = endOf(outcome);
    shop.mustLive();
  }
  throw new Finding("shop-silent", { path, ...end });
}
