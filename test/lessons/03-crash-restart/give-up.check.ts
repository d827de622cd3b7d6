import { Finding } from "../../harness/finding.ts";
import { isAlive } from "../../harness/processes.ts";
import type { Program } from "../../harness/program.ts";
import { task } from "../../harness/task.ts";
import { after, crash, listened, living, newcomer, openShop, retire, seen } from "./crew.ts";
import { withBootSwitch } from "./switch.ts";

const BUDGET = 3;
const quick = { BACKOFF_MS: "10", HEALTHY_MS: "100" };

task("give-up", ({ check }) => {
  check("ends-non-zero", async ({ start }) => {
    const env = { ...quick, ...budget(BUDGET, 60_000), WEB_CONCURRENCY: "1", BOOT_FAILS_IF: "server.ts" };
    const shop = await start({ env, ready: "none" });
    await hasGivenUp(shop, BUDGET);
    const deaths = shop.trace.of("exit").length;
    if (deaths < BUDGET) throw new Finding("gives-up-early", { deaths, budget: BUDGET });
  });

  check("takes-all-along", async ({ start }) => {
    await withBootSwitch(async (boot) => {
      const env = { ...quick, ...budget(BUDGET, 60_000), BOOT_FAILS_IF: boot.path };
      const shop = await openShop(start, 2, env);
      await boot.break();
      await crash(shop);
      await hasGivenUp(shop, BUDGET);
      const left = () => living(shop).filter(isAlive);
      if (!(await seen(shop, () => left().length === 0, 3000))) {
        if (left().length > 0) throw new Finding("workers-outlive", { left: left().length });
      }
    });
  });

  check("old-deaths-expire", async ({ start }) => {
    const window = 400;
    const shop = await openShop(start, 1, { ...quick, ...budget(2, window) });
    const before = listened(shop);
    const first = await crash(shop);
    const second = await newcomer(shop, before);
    if (second) {
      await after(first, window * 1.5);
      await crash(shop);
      if (await newcomer(shop, [...before, second])) return;
    }
    if (shop.exit && second) throw new Finding("remembers-for-ever", { window });
    if (shop.exit) throw new Finding("gives-up-early", { deaths: 1, budget: 2 });
    throw new Finding("not-replaced", { crashed: first.child, left: 0 });
  });

  check("planned-stops-are-free", async ({ start }) => {
    const shop = await openShop(start, 3, { ...quick, ...budget(2, 60_000) });
    const before = listened(shop);
    await retire(shop);
    if (await seen(shop, () => shop.exit, 1)) throw new Finding("planned-counted", { stops: 1, budget: 2 });
    await retire(shop).catch((error: unknown) => {
      if (shop.exit) throw new Finding("planned-counted", { stops: 2, budget: 2 });
      throw error;
    });
    const { child } = await crash(shop).catch((error: unknown) => {
      if (shop.exit) throw new Finding("planned-counted", { stops: 2, budget: 2 });
      throw error;
    });
    if (await newcomer(shop, before)) return;
    if (shop.exit) throw new Finding("planned-counted", { stops: 2, budget: 2 });
    throw new Finding("not-replaced", { crashed: child, left: 0 });
  });
});

function budget(deaths: number, windowMs: number): Record<string, string> {
  return { MAX_DEATHS: String(deaths), DEATH_WINDOW_MS: String(windowMs) };
}

/** Waits for the end that the budget demands, and looks at how the program ended. */
async function hasGivenUp(shop: Program, most: number): Promise<void> {
  const deaths = () => shop.trace.of("exit").filter(({ planned }) => !planned).length;
  await seen(shop, () => deaths() > most + 1, 6000);
  if (!shop.exit) {
    const many = deaths() > most + 1;
    throw new Finding(many ? "never-gives-up" : "limps-on", { deaths: deaths(), budget: most });
  }
  if (shop.exit.code === 0) throw new Finding("gives-up-with-0", { budget: most });
}
