import { withFileSwitch } from "../../harness/file-switch.ts";
import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import { ask } from "../../harness/probe.ts";
import { accepts, type Program } from "../../harness/program.ts";
import type { CheckContext } from "../../harness/task.ts";
import { quitSwitch } from "../../harness/trace.ts";
import { until } from "../../harness/wait.ts";
import { allSettled, distinct, whoAnswers } from "./pids.ts";
import { forks } from "./taken-port.ts";

/** Who replaces a worker may wait before, so that a fault that stays makes no storm: 5 s is usual, on every machine. In ms. */
const PAUSE = 5000;

/** Kills the only worker, as the system does when memory is short. */
export async function mustNotEndWell(start: CheckContext["start"]): Promise<void> {
  const shop = await start({ env: { WEB_CONCURRENCY: "1" } });
  await allSettled(shop);
  const [workers, started] = [await workersOf(shop), launched(shop)];
  for (const pid of workers) process.kill(pid, "SIGKILL");
  await mustGiveUpOrReplace(shop, started, "success-without-workers");
}

/** In a cluster, lets the only worker call process.exit(): it ends with code 0, and nobody asked it to. */
export async function mustNotEndWellAfterQuit(start: CheckContext["start"]): Promise<void> {
  await withFileSwitch(async ({ path, break: makeItQuit }) => {
    const shop = await start({ env: { WEB_CONCURRENCY: "1", ...quitSwitch(path) } });
    await allSettled(shop);
    const started = forks(shop);
    if (started === 0) return;
    await makeItQuit();
    await mustGiveUpOrReplace(shop, started, "success-after-quit");
  });
}

/** Who replaces the worker is as right as who gives up; but giving up is no success. */
async function mustGiveUpOrReplace(shop: Program, started: number, success: string): Promise<void> {
  const over = () => shop.exit !== undefined || launched(shop) > started;
  const within = PAUSE + patience(2000);
  await until(over, { what: "end or replacement", within }).catch(() => {});
  if (!over()) throw new Finding("stays-without-workers", {}, "timed-out");
  if (shop.exit?.code === 0) throw new Finding(success);
  if (!shop.exit) await mustTakeOrders(shop);
}

/** A new worker that serves takes orders as the one before did: who listens to the first workers only never hears it ask. */
async function mustTakeOrders(shop: Program): Promise<void> {
  const serves = async () => shop.exit !== undefined || (await accepts(shop.port));
  const limit = { what: "the new worker", within: patience(5000) };
  const served = await until(serves, limit).then(
    () => shop.exit === undefined,
    () => false,
  );
  if (!served) return;
  const order = await ask(`${shop.url}/orders`, { method: "POST", within: patience(2000) });
  // A worker that dies again, or an answer that isn't right, is another fault.
  if (order.kind === "late" && !shop.exit)
    throw new Finding("replacement-unheard", {}, "timed-out");
}

/** How many workers have been started, as far as the trace can tell them from other processes. */
const launched = (shop: Program) => forks(shop) || shop.trace.of("start").length;

/** The cluster's workers; or, where a program without one hands its port to child processes, those of them that answer. */
async function workersOf(shop: Program): Promise<number[]> {
  const forked = shop.trace.of("fork").map(({ child }) => Number(child));
  if (forked.length > 0) return forked;
  const answering = distinct(await whoAnswers(shop, 1));
  // Whatever an answer says, we end only processes of this program.
  const own = new Set(shop.trace.of("start").map(({ pid }) => pid));
  return answering.filter((pid) => own.has(pid) && pid !== shop.pid);
}
