import { Finding } from "../../harness/finding.ts";
import { lookAgain } from "../../harness/look-again.ts";
import { patience } from "../../harness/pace.ts";
import { task, type CheckContext } from "../../harness/task.ts";
import { after, crash, listened, newcomer, now, openShop, seen } from "./crew.ts";
import { gapsOf, leaps, LEAST, median, shapeOf, waitOf } from "./gaps.ts";
import { withFileSwitch, type FileSwitch } from "../../harness/file-switch.ts";

/** So many that waits which grow by the same amount each time fall behind doubled ones, jitter included. */
const RETRIES = 6;
/** Long for a primary on a slow machine, and shorter than any wait; programs may bound theirs, at 30 s for example. */
const AT_ONCE = 10_000;
const endless = { WEB_CONCURRENCY: "1", MAX_DEATHS: "1000" };

task("back-off", ({ check }) => {
  check("waits-grow", async ({ start }) => {
    // A busy machine adds to each wait: that must remain little beside them.
    const backoff = Math.min(patience(30), 120);
    const gaps = await gapsOfHopeless(start, backoff, RETRIES);
    const short = gaps.some((gap, i) => gap < waitOf(i + 1, backoff) * LEAST);
    if (short) {
      const atOnce = median(gaps.slice(1)) < backoff * 0.9;
      throw new Finding(atOnce ? "retries-at-once" : "waits-do-not-grow", {
        gaps,
        backoff,
        shape: shapeOf(gaps, backoff),
      });
    }
    if (!leaps(gaps, backoff)) return;
    // It may have been the machine, which makes less of a difference to longer waits.
    const again = await gapsOfHopeless(start, backoff * 5, 4);
    if (leaps(again, backoff * 5)) throw new Finding("waits-leap", { gaps, backoff });
  });

  check("first-retry-at-once", async ({ start }) => {
    const shop = await openShop(start, 1, { ...endless, BACKOFF_MS: "60000" });
    await crash(shop);
    await seen(shop, () => gapsOf(shop).length > 0, 3000);
    const [gap] = gapsOf(shop);
    if (gap !== undefined && gap < AT_ONCE) return;
    shop.mustLive();
    throw new Finding("first-retry-waits", { backoff: 60_000 });
  });

  check("health-resets", async ({ start }) => {
    // On a busy machine "at once" may take as long as a short wait: then longer ones decide.
    await lookAgain([1, 5], (times) =>
      withFileSwitch((boot) => resetsAfterHealth(start, boot, 400 * times)),
    );
  });

  check("listening-is-not-healthy", async ({ start }) => {
    // On a busy machine a worker may be healthy before we have made it crash: then longer times decide, and at last one that nobody reaches.
    for (const times of [1, 4, 10])
      if (await failsAfterListening(start, Math.min(patience(150), 1000) * times)) return;
    await failsAfterListening(start, 150, 60_000);
  });
});

/** The first waits of a program whose only worker dies at each boot. */
async function gapsOfHopeless(
  start: CheckContext["start"],
  backoff: number,
  retries: number,
): Promise<number[]> {
  // The program's own file always exists: no worker ever boots. Each lives longer than HEALTHY_MS, and none has listened.
  const hopeless = { HEALTHY_MS: "1", BOOT_FAILS_IF: "server.ts" };
  const env = { ...endless, ...hopeless, BACKOFF_MS: String(backoff) };
  const shop = await start({ env, ready: "none" });
  if (!(await seen(shop, () => gapsOf(shop).length >= retries, 8000))) {
    // A primary that has no worker, no timer and no listener left ends by itself.
    const ended = shop.exit?.code === 0;
    if (!ended) shop.mustLive();
    throw new Finding("stops-trying", { retries: gapsOf(shop).length, asked: retries, ended });
  }
  return gapsOf(shop).slice(0, retries);
}

/** Two deaths at boot, then one of a worker that has been healthy: it must be answered at once. */
async function resetsAfterHealth(
  start: CheckContext["start"],
  boot: FileSwitch,
  backoff: number,
): Promise<Finding | undefined> {
  const healthy = 250;
  await boot.break();
  const env = {
    ...endless,
    BACKOFF_MS: String(backoff),
    HEALTHY_MS: String(healthy),
    BOOT_FAILS_IF: boot.path,
  };
  const shop = await start({ env, ready: "none" });
  await seen(shop, () => shop.trace.of("exit").length >= 2, 8000);
  await boot.mend();
  await seen(shop, () => listened(shop).length > 0, 8000);
  const up = shop.trace.of("listening")[0];
  if (!up) throw new Finding("never-comes-back", { deaths: shop.trace.of("exit").length });
  await after(up, healthy * 1.6);
  const deaths = shop.trace.of("exit").length + 1;
  await crash(shop);
  // Nearly twice what was asked: the power of two was one too high.
  const [, second] = gapsOf(shop);
  if (second !== undefined && second > backoff * 1.8)
    return new Finding("first-wait-too-long", { backoff, gap: second });
  const unreset = waitOf(deaths, backoff);
  await seen(shop, () => gapsOf(shop).length >= deaths, unreset + 2000);
  const gap = gapsOf(shop)[deaths - 1];
  const reset = gap !== undefined && gap <= unreset * LEAST;
  return reset ? undefined : new Finding("never-resets", { healthy, gap, unreset });
}

/**
 * Three deaths in a row of workers that have listened: the last comes when the first, had it lived, would have been healthy, if that is
 * not too far away.
 * @returns whether something can be said: each of them died before it was healthy, and what was seen has one cause only.
 */
async function failsAfterListening(
  start: CheckContext["start"],
  backoff: number,
  healthy = Math.round(backoff * 1.4),
): Promise<boolean> {
  const far = healthy > backoff * 2;
  const env = { ...endless, BACKOFF_MS: String(backoff), HEALTHY_MS: String(healthy) };
  const shop = await openShop(start, 1, env);
  const begun = shop.trace.of("listening")[0]!.at;
  const wouldBeHealthy = () => now() > begun + healthy + patience(20);
  for (const deaths of [1, 2, 3]) {
    if (deaths === 3 && !far) await seen(shop, wouldBeHealthy, healthy);
    const before = listened(shop);
    const exit = await crash(shop);
    const up = shop.trace.of("listening").find(({ child }) => child === exit.child);
    if (exit.at - (up?.at ?? exit.at) > healthy * 0.9) return false;
    const retried = () => gapsOf(shop).length >= deaths;
    const back =
      deaths < 3
        ? await newcomer(shop, before)
        : await seen(shop, retried, waitOf(deaths, backoff) + 2000);
    if (!back) throw new Finding("never-comes-back", { deaths });
  }
  const gaps = gapsOf(shop);
  const isShort = (gap: number, i: number) => gap < waitOf(i + 1, backoff) * LEAST;
  const short = gaps.findIndex(isShort);
  if (short < 0) return true;
  // Had the second come so late, the first one's time could have been over by then, too: both causes look alike.
  const second = shop.trace.of("exit")[1]!;
  if (short === 1 && second.at - begun > healthy * 0.9) return false;
  const found = short < 2 ? "listening-counts-as-healthy" : "health-outlives-the-worker";
  throw new Finding(found, { gaps, backoff, healthy });
}
