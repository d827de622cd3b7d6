import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import { ask, type AskOptions, type Outcome } from "../../harness/probe.ts";
import { isAlive } from "../../harness/processes.ts";
import { accepts, type Program } from "../../harness/program.ts";
import type { TraceEvent } from "../../harness/trace.ts";
import { until } from "../../harness/wait.ts";
import { exitOf, now, outlasting, seen, signal } from "./crew.ts";

/** A slow order that has reached a worker. */
export interface Order {
  /** No other request has it. */
  path: string;
  answer: Promise<Outcome>;
}

/** Sends a slow order, and returns when a worker has it. */
export async function slowOrder(
  shop: Program,
  ms: number,
  options: AskOptions = {},
): Promise<Order> {
  const path = `/slow?ms=${ms}`;
  const answer = ask(shop.url + path, { ...options, within: ms + patience(10_000) });
  const arrived = () => shop.trace.of("request").some((one) => one["path"] === path);
  if (!(await seen(shop, arrived, 5000))) throw new Finding("shop-silent", { path, kind: "late" });
  return { path, answer };
}

/** Sends slow orders until each of the workers has one. The first of them is the first to be answered. */
export async function ordersForAll(
  shop: Program,
  workers: number,
  times: number,
): Promise<Order[]> {
  const requests = () => shop.trace.of("request");
  const before = requests().length;
  const ms = outlasting(shop) * times + before;
  const orders: Order[] = [];
  const busy = () =>
    new Set(
      requests()
        .slice(before)
        .map(({ pid }) => pid),
    ).size;
  while (busy() < workers && orders.length < 4 * workers)
    orders.push(await slowOrder(shop, ms + orders.length));
  return orders;
}

/** Waits until nobody accepts connections any more; false when the order was answered before. */
export async function closesBefore(shop: Program, order: Order): Promise<boolean> {
  let over = false;
  void order.answer.then(() => (over = true));
  const closed = await seen(shop, async () => over || !(await accepts(shop.port)), 20_000);
  // The trace may come later than the answer itself.
  return closed !== undefined && !over && !answeredAt(shop, order);
}

/** When the worker had answered an order, if it has: we may come to see the answer later. */
export function answeredAt(shop: Program, { path }: Order): number | undefined {
  const request = shop.trace.of("request").find((one) => one["path"] === path);
  const same = ({ pid, id }: TraceEvent) => pid === request?.pid && id === request["id"];
  return shop.trace.of("response").find(same)?.at;
}

/** The order must have been answered in full, though the program was asked to stop. */
export async function mustBeAnswered(shop: Program, order: Order): Promise<void> {
  const outcome = await order.answer;
  if (outcome.kind === "answer" && outcome.status === 200) return;
  await seen(shop, () => shop.exit, 1000);
  const by = asked.get(shop)!.by;
  if (shop.exit?.signal === by)
    throw new Finding(by === "SIGINT" ? "ctrl-c-kills" : "sigterm-kills", endOf(outcome));
  const killed = shop.trace.of("fork").filter(({ child }) => diedOf(by, shop, Number(child)));
  if (killed.length > 0)
    throw new Finding("workers-die-of-it", { workers: killed.length, signal: by });
  // A worker may die of the message that it sends to a primary that has just gone.
  const orphaned = ({ pid, message }: TraceEvent) =>
    pid !== shop.pid && /\bEPIPE\b/.test(String(message));
  if (shop.exit && shop.trace.of("crash").some(orphaned))
    throw new Finding("primary-leaves-first", {});
  throw new Finding("in-flight-cut", endOf(outcome));
}

/** How much the clocks of two processes may differ, in ms. */
const SKEW = 50;

/** The primary must be there until an order is answered, and not leave that to a worker that nobody waits for. */
export async function mustStayUntil(shop: Program, order: Order): Promise<void> {
  if (!shop.exit) return;
  // The trace may come later than the answer itself.
  const waits = { what: "the answer", within: patience(1000) };
  const answered = await until(() => answeredAt(shop, order), waits).catch(() => 0);
  const end = shop.trace.of("end").find(({ pid }) => pid === shop.pid)?.at ?? Infinity;
  if (end < answered - SKEW) throw new Finding("primary-leaves-first", {});
}

/** Whether a worker died of the signal: as its primary saw it or, if that is gone, because it had no time for an end. */
function diedOf(name: NodeJS.Signals, shop: Program, pid: number): boolean {
  const exit = exitOf(shop, pid);
  if (exit) return exit["signal"] === name;
  const ended = shop.trace.of("end").some((one) => one.pid === pid);
  return shop.exit?.signal === null && !ended && !isAlive(pid);
}

interface EndOptions {
  usual: number;
  /** Found when it doesn't end. */
  late: string | (() => string);
  /** Found when it has forked. */
  respawned?: string;
  /** Whether a worker must be ended by force: the program may say so by its code. */
  forced?: boolean;
}

/** The program must end by itself, with code 0 unless it must use force, fork nobody meanwhile, and leave nothing. */
export async function mustEnd(
  shop: Program,
  { usual, late, respawned = "respawns-while-stopping", forced = false }: EndOptions,
): Promise<void> {
  const within = Math.min(patience(usual), 40_000);
  const exit = await until(() => shop.exit ?? forksSince(shop) > 0, { what: "exit", within }).catch(
    () => undefined,
  );
  mustNotRespawn(shop, respawned);
  if (!exit) {
    const data = { ms: within, signal: asked.get(shop)!.by };
    throw new Finding(typeof late === "string" ? late : late(), data);
  }
  const threw = shop.trace.of("crash").some(({ pid }) => pid === shop.pid);
  const mayFail = forced && shop.exit!.signal === null && !threw;
  if (shop.exit!.code !== 0 && !mayFail) throw new Finding("stop-not-clean", { ...shop.exit });
  const { left } = await shop.stop();
  if (left.length > 0) throw new Finding("left-after-stop", { left: left.length });
}

const asked = new WeakMap<Program, { at: number; by: NodeJS.Signals }>();

/** Asks the program to stop, like `kill PID`; or it and its workers, as systemd and Ctrl-C do. */
export function askToStop(
  shop: Program,
  by: "SIGTERM" | "SIGINT" = "SIGTERM",
  workers: number[] = [],
): void {
  asked.set(shop, { at: now(), by });
  shop.signal(by);
  for (const pid of workers) signal(pid, by);
}

/** For programs that may be about to fork when they are asked to stop: only what they fork from now on counts. */
export function mayForkUntilNow(shop: Program): void {
  asked.set(shop, { ...asked.get(shop)!, at: now() });
}

/** No worker may be forked after the program has been asked to stop. */
export function mustNotRespawn(shop: Program, found = "respawns-while-stopping"): void {
  const forks = forksSince(shop);
  if (forks > 0) throw new Finding(found, { forks });
}

function forksSince(shop: Program): number {
  return shop.trace.of("fork").filter(({ at }) => at > asked.get(shop)!.at).length;
}
