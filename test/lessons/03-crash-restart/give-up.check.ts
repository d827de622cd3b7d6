import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import type { Program } from "../../harness/program.ts";
import { task, type CheckContext } from "../../harness/task.ts";
import { after, crash, listened, newcomer, openShop, retire, seen } from "./crew.ts";
import { BUDGET, budget, isHasty, spendBudget, type Scene } from "./giving-up.ts";

const quick = { BACKOFF_MS: "10", HEALTHY_MS: "100" };

task("give-up", ({ check }) => {
  let playing: Promise<Scene> | undefined;

  check("ends-non-zero", async ({ start }) => {
    const scene = await (playing ??= spendBudget(start));
    const { exit, deaths, forked, silent } = scene;
    if (!exit && deaths > BUDGET + 2)
      throw new Finding("never-gives-up", { deaths, budget: BUDGET });
    if (exit && deaths < BUDGET) throw new Finding("gives-up-early", { deaths, budget: BUDGET });
    if (exit && forked === "at once")
      throw new Finding("gives-up-late", { deaths, budget: BUDGET });
    if (exit && forked === "after letting go")
      throw new Finding("retry-outlives-the-end", { budget: BUDGET });
    if (exit?.code === 0) throw new Finding("gives-up-with-0", { budget: BUDGET });
    if (exit && isHasty(scene)) throw new Finding("company-resets", { ...scene.retry });
    if (exit && silent) throw new Finding("gives-up-silently", { budget: BUDGET });
  });

  check("takes-all-along", async ({ start }) => {
    const { exit, left } = await (playing ??= spendBudget(start));
    if (!exit) throw new Finding("limps-on", { budget: BUDGET });
    if (left > 0) throw new Finding("workers-outlive", { left });
  });

  check("old-deaths-expire", async ({ start }) => {
    // On a busy machine workers boot too slowly to die as often in one window: then a longer one decides.
    for (const times of [1, 4]) if (await deathsExpire(start, times)) return;
  });

  check("planned-stops-are-free", async ({ start }) => {
    const shop = await openShop(start, 3, { ...quick, ...budget(2, 60_000) });
    const before = listened(shop);
    let crashed = 0;
    try {
      await retire(shop);
      await retire(shop);
      crashed = (await crash(shop)).child;
      if (await newcomer(shop, before)) return;
    } catch (error) {
      // An answer may fail to come because the program is just ending.
      if (!(await seen(shop, () => shop.exit, 3000))) throw error;
    }
    if (shop.exit) throw new Finding("planned-counted", { budget: 2 });
    throw new Finding("not-replaced", { crashed, left: 0 });
  });
});

/**
 * Deaths at 0, 0.8 and 1.25 windows, and a fourth as soon as possible: at the third the first has expired, and the last three
 * lie in one window.
 * @returns whether they did: workers may have booted too slowly.
 */
async function deathsExpire(start: CheckContext["start"], times: number): Promise<boolean> {
  const window = Math.min(patience(500), 2500) * times;
  const shop = await openShop(start, 1, { ...quick, ...budget(BUDGET, window) });
  const first = await crashAndReplace(shop, window);
  await after(first, window * 0.8);
  const second = await crashAndReplace(shop, window);
  await after(first, window * 1.25);
  await crashAndReplace(shop, window);
  const forks = shop.trace.of("fork").length;
  const fourth = await crash(shop);
  const forked = await seen(shop, () => shop.trace.of("fork").length > forks, 2000);
  const span = fourth.at - second.at;
  const close = second.at - first.at < window * 0.95 && span < window * 0.9;
  if (forked && close) throw new Finding("window-starts-anew", { window, span });
  return close;
}

/** One death that may not end the program. */
async function crashAndReplace(shop: Program, window: number): ReturnType<typeof crash> {
  const before = listened(shop);
  const exit = await crash(shop);
  if (await newcomer(shop, before)) return exit;
  const deaths = shop.trace.of("exit").length;
  if (!shop.exit) throw new Finding("not-replaced", { crashed: exit.child, left: 0 });
  if (deaths >= BUDGET) throw new Finding("remembers-for-ever", { budget: BUDGET, window });
  throw new Finding("gives-up-early", { deaths, budget: BUDGET });
}
