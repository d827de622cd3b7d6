import type { Agent } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { Finding } from "../../harness/finding.ts";
import { load, type LoadResult } from "../../harness/load.ts";
import { ask, jsonOf, oneConnection } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import type { TraceEvent } from "../../harness/trace.ts";
import { exitOf, listened, living, outlasting, seen, signal } from "./crew.ts";
import { answeredAt, slowOrder, type Order } from "./stopping.ts";

const CLIENTS = 4;
/** So many requests, one after the other, reach everybody who accepts connections. */
const RECENT = 20;
/** What a client asks that keeps its connection. A worker may end that while the next request is on its way: then it is sent again. */
const STEADY = "/?steady";
/** Long enough for a worker to see that the connection is idle, in ms. */
const PAUSE = 40;

/** Sends SIGHUP, and waits for the first worker that is forked for it. A fork shows itself at once, a boot takes longer. */
export async function forksOnHangup(shop: Program, usual = 1000): Promise<boolean> {
  const before = shop.trace.of("fork").length;
  signal(shop.pid, "SIGHUP");
  return Boolean(await seen(shop, () => shop.trace.of("fork").length > before, usual));
}

/** Sends SIGHUP, which must make the program fork: at once or, in programs that lose requests, when an old worker has gone. */
export async function askToRenew(shop: Program, usual = 1500): Promise<void> {
  if (await forksOnHangup(shop, usual)) return;
  if (shop.exit?.signal === "SIGHUP") throw new Finding("hangup-kills", {});
  const dismissed = shop.trace.of("disconnect").length > 0;
  if (!shop.exit || (dismissed && shop.exit.code === 0))
    throw new Finding("hangup-ignored", { dismissed, ended: Boolean(shop.exit) });
  shop.mustLive();
}

/** Whether so many workers live that listen, and none of the old ones. */
export function isRenewed(shop: Program, old: number[], workers: number): boolean {
  const alive = living(shop);
  return (
    old.every((pid) => exitOf(shop, pid)) &&
    listened(shop).filter((pid) => alive.includes(pid)).length >= workers
  );
}

/** Whether a worker was forked for a restart while another one was booting. */
export function bootedTogether(shop: Program, workers: number): boolean {
  const ready = (child: unknown) =>
    [...shop.trace.of("listening"), ...shop.trace.of("exit")].find((one) => one["child"] === child);
  const late = (one: TraceEvent, before: TraceEvent) =>
    one.at >= (ready(before["child"])?.at ?? Infinity);
  const forks = shop.trace.of("fork").slice(workers);
  return forks.some((one, i) => i > 0 && !late(one, forks[i - 1]!));
}

/**
 * Sends SIGHUP while clients send requests, until every old worker has gone, and as many new ones listen.
 * @param options how much longer than usual the order is, and what each boot sleeps, in ms.
 * @returns whether it could be seen what becomes of requests meanwhile: the slow order, which an old worker had, was still in
 * work when the first new one listened, and clients had asked while that one booted.
 */
export async function renewUnderLoad(
  shop: Program,
  workers: number,
  { times = 1, slept = 0 } = {},
): Promise<boolean> {
  const old = living(shop);
  let over = false;
  const agent = oneConnection();
  const order = await slowOrder(shop, outlasting(shop, slept) * times, { agent });
  const url = `${shop.url}/slow?ms=12`;
  const ended = () => over || Boolean(shop.exit);
  const steady = askSteadily(shop, order, { agent, ended });
  const loading = load(url, { count: 20_000, concurrency: CLIENTS, until: ended });
  let done: boolean | undefined;
  try {
    await askToRenew(shop, 1500 * times);
    done = await seen(shop, () => isRenewed(shop, old, workers), 8000);
  } finally {
    over = true;
  }
  const [result, last] = await Promise.all([loading, steady]);
  shop.mustLive();
  if (!done) {
    const left = old.filter((pid) => !exitOf(shop, pid)).length;
    // Who accepts no more was told to leave.
    const accepts = result.outcomes.slice(-RECENT).some((one) => jsonOf(one)?.["pid"] === last);
    const kept = old.includes(Number(last)) && !accepts;
    throw new Finding(kept ? "renewal-kept-alive" : "not-all-renewed", { left, workers });
  }
  const outcome = await order.answer;
  const cut = Math.max(requestsCut(shop), outcome.kind === "answer" ? 0 : 1);
  if (cut > 0) throw new Finding("old-worker-cut", { cut });
  judge(shop, workers, result);
  const { at: ready, child } = shop.trace.of("listening")[workers]!;
  const online = shop.trace.of("online").find((one) => one["child"] === child)?.at ?? 0;
  // An old worker that is told to go too early has done so by the second half of that time.
  const asked = result.sentAt.some((at) => at > (online + ready) / 2 && at < ready);
  return asked && answeredAt(shop, order)! > ready;
}

interface Steady {
  agent: Agent;
  ended: () => boolean;
}

/**
 * Asks again and again, over the connection that the order came by, as a load balancer does: a worker that does not end it with the
 * order's answer serves it for ever.
 * @returns the pid of the worker that answered last.
 */
async function askSteadily(
  shop: Program,
  order: Order,
  { agent, ended }: Steady,
): Promise<unknown> {
  let last = jsonOf(await order.answer)?.["pid"];
  while (!ended()) {
    last = jsonOf(await ask(shop.url + STEADY, { agent }))?.["pid"] ?? last;
    await sleep(PAUSE);
  }
  agent.destroy();
  return last;
}

function judge(shop: Program, workers: number, result: LoadResult): void {
  const { outcomes, refused, reset, late, wrong } = result;
  const failed = refused + reset + late + wrong;
  // server.close() destroys connections whose request is still on its way (Node.js 26). Clients send such a request
  // again; a few are no fault of the program. What a worker has begun, it must answer.
  const unheard = Math.min(reset, workers * CLIENTS);
  if (failed - unheard === 0) return;
  const data = { failed, of: outcomes.length, refused, reset, late, wrong };
  const first = (type: string, which: (pid: unknown) => boolean) =>
    shop.trace.of(type).find(({ child }) => which(child))?.at ?? Infinity;
  const old = shop.trace
    .of("fork")
    .slice(0, workers)
    .map(({ child }) => child);
  const isOld = (pid: unknown) => old.includes(pid);
  const left = Math.min(first("disconnect", isOld), first("exit", isOld));
  if (refused > 0 && left < first("fork", (pid) => !isOld(pid)))
    throw new Finding("stopped-first", data);
  if (refused > 0) throw new Finding("not-ready-yet", data);
  throw new Finding("requests-failed", data);
}

/** How many requests had reached a worker that went away without answering them. */
function requestsCut(shop: Program): number {
  const gone = shop.trace.of("exit").map(({ child }) => child);
  const key = ({ pid, ...event }: { pid: number; [field: string]: unknown }) =>
    `${pid} ${event["id"]}`;
  const answered = new Set(shop.trace.of("response").map(key));
  const isCut = (one: TraceEvent) => gone.includes(one.pid) && !answered.has(key(one));
  return shop.trace.of("request").filter((one) => one["path"] !== STEADY && isCut(one)).length;
}
