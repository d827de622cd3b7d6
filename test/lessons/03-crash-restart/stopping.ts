import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import { ask, type AskOptions, type Outcome } from "../../harness/probe.ts";
import { isAlive } from "../../harness/processes.ts";
import { accepts, type Program } from "../../harness/program.ts";
import { exitOf, seen } from "./crew.ts";

/** A slow order that has reached a worker. */
export interface Order {
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
  return { answer };
}

/** Waits until nobody accepts connections any more; false when the order was answered before. */
export async function closesBefore(shop: Program, order: Order): Promise<boolean> {
  let answered = false;
  void order.answer.then(() => (answered = true));
  const closed = await seen(shop, async () => answered || !(await accepts(shop.port)), 20_000);
  return closed !== undefined && !answered;
}

/** The order must have been answered in full, though the program was asked to stop. */
export async function mustBeAnswered(shop: Program, order: Order): Promise<void> {
  const outcome = await order.answer;
  if (outcome.kind === "answer" && outcome.status === 200) return;
  await seen(shop, () => shop.exit, 1000);
  if (shop.exit?.signal === "SIGTERM") throw new Finding("sigterm-kills", endOf(outcome));
  const killed = shop.trace.of("fork").filter(({ child }) => diedOfSigterm(shop, Number(child)));
  if (killed.length > 0) throw new Finding("workers-die-of-it", { workers: killed.length });
  throw new Finding("in-flight-cut", endOf(outcome));
}

/** Whether a worker died of the signal: as its primary saw it or, if that is gone, because it had no time for an end. */
function diedOfSigterm(shop: Program, pid: number): boolean {
  const exit = exitOf(shop, pid);
  if (exit) return exit["signal"] === "SIGTERM";
  const ended = shop.trace.of("end").some((one) => one.pid === pid);
  return shop.exit?.signal === null && !ended && !isAlive(pid);
}

/** The program must end by itself, with code 0, and leave nothing. `late` is found when it doesn't end. */
export async function mustEnd(
  shop: Program,
  { usual, late }: { usual: number; late: string },
): Promise<void> {
  const within = Math.min(patience(usual), 40_000);
  const exit = await shop.exited(within).catch(() => undefined);
  mustNotRespawn(shop);
  if (!exit) throw new Finding(late, { ms: within });
  if (exit.code !== 0) throw new Finding("stop-not-clean", { ...exit });
  const { left } = await shop.stop();
  if (left.length > 0) throw new Finding("left-after-stop", { left: left.length });
}

const asked = new WeakMap<Program, number>();

/** Asks the program to stop, like `kill PID`. */
export function askToStop(shop: Program): void {
  asked.set(shop, performance.timeOrigin + performance.now());
  shop.signal("SIGTERM");
}

/** No worker may be forked after the program has been asked to stop. */
export function mustNotRespawn(shop: Program): void {
  const forks = shop.trace.of("fork").filter(({ at }) => at > asked.get(shop)!).length;
  if (forks > 0) throw new Finding("respawns-while-stopping", { forks });
}
