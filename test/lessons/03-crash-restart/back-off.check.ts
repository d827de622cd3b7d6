import { Finding } from "../../harness/finding.ts";
import { lookAgain } from "../../harness/look-again.ts";
import { task, type CheckContext } from "../../harness/task.ts";
import { after, crash, listened, newcomer, openShop, seen } from "./crew.ts";
import { gapsOf, LEAST, median, waitOf } from "./gaps.ts";
import { withBootSwitch, type BootSwitch } from "./switch.ts";

const RETRIES = 5;
/** Long for a primary on a slow machine, and shorter than any wait; programs may bound theirs, at 30 s for example. */
const AT_ONCE = 10_000;
const endless = { WEB_CONCURRENCY: "1", MAX_DEATHS: "1000" };

task("back-off", ({ check }) => {
  check("waits-grow", async ({ start }) => {
    const backoff = 60;
    // The program's own file always exists: no worker ever boots.
    const env = { ...endless, BACKOFF_MS: String(backoff), BOOT_FAILS_IF: "server.ts" };
    const shop = await start({ env, ready: "none" });
    if (!(await seen(shop, () => gapsOf(shop).length >= RETRIES, 8000))) {
      // A primary that has no worker, no timer and no listener left ends by itself.
      const ended = shop.exit?.code === 0;
      if (!ended) shop.mustLive();
      throw new Finding("stops-trying", { retries: gapsOf(shop).length, asked: RETRIES, ended });
    }
    const gaps = gapsOf(shop).slice(0, RETRIES);
    const short = gaps.some((gap, i) => gap < waitOf(i + 1, backoff) * LEAST);
    if (!short) return;
    const atOnce = median(gaps.slice(1)) < backoff * 0.9;
    throw new Finding(atOnce ? "retries-at-once" : "waits-do-not-grow", {
      gaps,
      backoff,
      retries: RETRIES,
    });
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
      withBootSwitch((boot) => resetsAfterHealth(start, boot, 400 * times)),
    );
  });

  check("listening-is-not-healthy", async ({ start }) => {
    const backoff = 150;
    const env = { ...endless, BACKOFF_MS: String(backoff), HEALTHY_MS: "60000" };
    const shop = await openShop(start, 1, env);
    for (let deaths = 1; deaths <= 3; deaths++) {
      const before = listened(shop);
      await crash(shop);
      if (!(await newcomer(shop, before))) throw new Finding("never-comes-back", { deaths });
    }
    const gaps = gapsOf(shop);
    const short = gaps.some((gap, i) => gap < waitOf(i + 1, backoff) * LEAST);
    if (short) throw new Finding("listening-counts-as-healthy", { gaps, backoff });
  });
});

/** Two deaths at boot, then one of a worker that has been healthy: it must be answered at once. */
async function resetsAfterHealth(
  start: CheckContext["start"],
  boot: BootSwitch,
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
  const unreset = waitOf(deaths, backoff);
  await seen(shop, () => gapsOf(shop).length >= deaths, unreset + 2000);
  const gap = gapsOf(shop)[deaths - 1];
  const reset = gap !== undefined && gap <= unreset * LEAST;
  return reset ? undefined : new Finding("never-resets", { healthy, gap, unreset });
}
