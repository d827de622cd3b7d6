import { withHeldPort } from "../../harness/held-port.ts";
import { Limit } from "../../harness/limit.ts";
import { patience } from "../../harness/pace.ts";
import type { Program } from "../../harness/program.ts";
import type { CheckContext } from "../../harness/task.ts";
import { until } from "../../harness/wait.ts";

/** So many workers does the shop on the taken port want. */
export const WORKERS = 2;
export const env = { WEB_CONCURRENCY: String(WORKERS) };

export const forks = (shop: Program) => shop.trace.of("fork").length;

/**
 * Whether the shop has forked on after a failure. Those from before are no replacements: besides its workers, a shop may have
 * forked one that serves nobody, for reports.
 */
export function forksOn(shop: Program): boolean {
  const events = shop.trace.events();
  const failed = events.findIndex(({ type }) => type === "listen-error");
  if (failed < 0) return forks(shop) > 2 * WORKERS;
  const before = events.slice(0, failed).filter(({ type }) => type === "fork").length;
  return forks(shop) > Math.max(WORKERS, before);
}

/**
 * Starts the shop on a port that we hold, and waits until it has ended or forks too often. Once it has failed to listen it has
 * as long as it needed to get there, twice, and a second more: the end takes much less than the start. After each further attempt
 * it has as long again: deploys overlap, so that a port may be free a moment later, but nobody may try for ever.
 */
export async function onTakenPort(start: CheckContext["start"]): Promise<Program> {
  return withHeldPort(async (port) => {
    const shop = await start({ port, env, ready: "none" });
    const over = () => shop.exit !== undefined || forksOn(shop);
    const failures = () => shop.trace.of("listen-error").length;
    const started = performance.now();
    await until(() => over() || failures() > 0, {
      what: "failure",
      within: patience(15_000),
    }).catch(() => {});
    const within = 2 * (performance.now() - started) + 1000;
    const patient = new Limit(patience(10_000));
    let before: number;
    do {
      before = failures();
      const ended = () => over() || failures() > before;
      await until(ended, { what: "exit, or another attempt", within }).catch(() => {});
    } while (!over() && failures() > before && !patient.over);
    return shop;
  });
}
