import { setImmediate as turn } from "node:timers/promises";
import { Finding } from "../../harness/finding.ts";
import { isAlive } from "../../harness/processes.ts";
import type { Exit } from "../../harness/keeper.ts";
import { patience } from "../../harness/pace.ts";
import type { Program } from "../../harness/program.ts";
import { task, type CheckContext } from "../../harness/task.ts";
import { slowWorkers } from "../../harness/trace.ts";
import { until } from "../../harness/wait.ts";
import { after, crash, listened, living, newcomer, openShop, retire, seen } from "./crew.ts";
import { withBootSwitch } from "./switch.ts";

const BUDGET = 3;
const quick = { BACKOFF_MS: "10", HEALTHY_MS: "100" };

task("give-up", ({ check }) => {
  let playing: Promise<Scene> | undefined;

  // What has been said before the last death can't be told where we see the last retry when it is over: then workers boot slowly.
  async function playInTime(start: CheckContext["start"]): Promise<Scene> {
    const scene = await play(start);
    return scene.silent && scene.seenLate ? play(start, slowWorkers(600)) : scene;
  }

  // Two workers; one crashes, and what should take its place dies at boot, again and again.
  async function play(
    start: CheckContext["start"],
    pace: Record<string, string> = {},
  ): Promise<Scene> {
    let scene: Scene | undefined;
    await withBootSwitch(async (boot) => {
      const env = { ...quick, ...budget(BUDGET, 60_000), ...pace, BOOT_FAILS_IF: boot.path };
      const shop = await openShop(start, 2, env);
      await boot.break();
      await crash(shop);
      const retried = () => shop.trace.of("fork").length > BUDGET || shop.exit;
      await seen(shop, retried, 6000);
      // What it had printed until then lies in the pipes; two turns of the event loop read it.
      await turn();
      await turn();
      const healthy = listened(shop).filter((pid) => living(shop).includes(pid));
      const said = new Set(sayings(shop));
      const deaths = () => shop.trace.of("exit").filter(({ planned }) => !planned).length;
      const seenLate = Boolean(shop.exit) || deaths() >= BUDGET;
      // No wait in this check is longer than 80 ms: a program in which nothing happens for so long does no more.
      const quiet = () => now() - lastChange(shop) > patience(900);
      await seen(shop, () => deaths() > BUDGET + 1 || quiet(), 6000);
      const { exit } = shop;
      const left = () => living(shop).filter(isAlive).length;
      if (exit) {
        await shop.exited(1000); // and what it printed has been read
        await until(() => left() === 0, { what: "their end", within: patience(3000) }).catch(
          () => {},
        );
      }
      const news = sayings(shop, healthy).filter((one) => !said.has(one));
      scene = { exit, deaths: deaths(), left: left(), silent: news.length === 0, seenLate };
    });
    return scene!;
  }

  check("ends-non-zero", async ({ start }) => {
    const { exit, deaths, silent } = await (playing ??= playInTime(start));
    if (!exit && deaths > BUDGET + 1)
      throw new Finding("never-gives-up", { deaths, budget: BUDGET });
    if (exit && deaths < BUDGET) throw new Finding("gives-up-early", { deaths, budget: BUDGET });
    if (exit?.code === 0) throw new Finding("gives-up-with-0", { budget: BUDGET });
    if (exit && silent) throw new Finding("gives-up-silently", { budget: BUDGET });
  });

  check("takes-all-along", async ({ start }) => {
    const { exit, left } = await (playing ??= playInTime(start));
    if (!exit) throw new Finding("limps-on", { budget: BUDGET });
    if (left > 0) throw new Finding("workers-outlive", { left });
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

function budget(deaths: number, windowMs: number): Record<string, string> {
  return { MAX_DEATHS: String(deaths), DEATH_WINDOW_MS: String(windowMs) };
}

function now(): number {
  return performance.timeOrigin + performance.now();
}

/** When the last worker was forked or ended. */
function lastChange({ trace }: Program): number {
  return Math.max(...[...trace.of("fork"), ...trace.of("exit")].map(({ at }) => at));
}

/**
 * The kinds of lines that a program has printed, without their numbers: what it says at the last death and at none before is about
 * giving up, unless it tells of a healthy worker's end, or only that the program stops.
 */
function sayings(shop: Program, healthy: number[] = []): string[] {
  return shop.output.lines
    .filter((line) => !healthy.some((pid) => line.split(/\D+/).includes(String(pid))))
    .map((line) => line.replace(/\P{L}+/gu, " ").trim())
    .filter((words) => words !== "" && !/^(m?s )?(stopping|shutting down)$/i.test(words));
}

interface Scene {
  exit: Exit | undefined;
  /** Unplanned deaths. */
  deaths: number;
  /** Whether nothing was said at the last of them that had not been said before. */
  silent: boolean;
  /** Whether the last death had come when we noted what had been said before it. */
  seenLate: boolean;
  /** Workers that lived longer than the primary. */
  left: number;
}
