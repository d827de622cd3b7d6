import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { lookAgain } from "../../harness/look-again.ts";
import { patience } from "../../harness/pace.ts";
import { ask, jsonOf } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import { task, type CheckContext } from "../../harness/task.ts";
import { slowWorkers } from "../../harness/trace.ts";
import { until } from "../../harness/wait.ts";
import { crash, exitOf, listened, living, newcomer, openShop, seen, signal } from "./crew.ts";
import { askToRenew, bootedTogether, forksOnHangup, isRenewed, renewUnderLoad } from "./renewal.ts";
import { openBoard } from "./board.ts";
import { mustOutlastDeaths } from "./deaths-meanwhile.ts";
import {
  askToStop,
  closesBefore,
  mayForkUntilNow,
  mustBeAnswered,
  mustEnd,
  ordersForAll,
} from "./stopping.ts";
import { sideBySide } from "../../harness/side-by-side.ts";
import { withFileSwitch } from "../../harness/file-switch.ts";

// Where a limit is not the subject, it is too long to help; and a timer that is left over is too long to be missed.
// Who lets no old worker go before the new one is healthy need not wait for long.
const env = {
  STOP_WITHIN_MS: "600000",
  BOOT_WITHIN_MS: "90000",
  HEALTHY_MS: "100",
  MAX_DEATHS: "1000",
};

const BACKOFF = 20;
/** Where an answer that never ends is cut. */
const brief = { STOP_WITHIN_MS: "300", BACKOFF_MS: String(BACKOFF) };

task("rolling-restart", ({ check }) => {
  // First, because it takes longest: then the rest of the lesson does not wait for it.
  check("signals-meanwhile", async ({ start }) => {
    await sideBySide([oldOnesMustAnswer(start), newcomerMustGo(start)]);
  });

  check("one-worker-too", async ({ start }) => {
    // On a busy machine the order that the old worker has may be answered too soon, or nobody may have asked while the new
    // one booted: then longer ones decide.
    for (const times of [1, 2]) {
      // Longer than a pause that somebody may take for a sign.
      const slept = Math.min(patience(350), 1500) * times;
      const shop = await openShop(start, 1, { ...env, ...slowWorkers(slept) });
      if (await renewUnderLoad(shop, 1, { times, slept })) return;
    }
  });

  check("no-request-fails", async ({ start }) => {
    const shop = await openShop(start, 2, env);
    await renewUnderLoad(shop, 2);
    if (bootedTogether(shop, 2)) throw new Finding("all-at-once", {});
    const pool = living(shop).length;
    if (pool !== 2) throw new Finding("pool-size-changed", { pool, workers: 2 });
    // Whoever is told to go before it listens may need force.
    await mustOutlastDeaths(start, { ...env, STOP_WITHIN_MS: "1000", BACKOFF_MS: "20" });
  });

  check("broken-version-stays-out", async ({ start }) => {
    await withFileSwitch(async (boot) => {
      const shop = await openShop(start, 1, { ...env, ...brief, BOOT_FAILS_IF: boot.path });
      const old = living(shop)[0]!;
      await boot.break();
      await askToRenew(shop);
      const died = () => shop.trace.of("exit").some(({ child }) => child !== old);
      await seen(shop, died, 5000);
      // Who answers deaths would answer this one by now.
      await seen(shop, () => retries(shop) > 0, 5 * BACKOFF);
      // A primary that has let go its last worker may have nothing left to do.
      const letGo = shop.exit && exitOf(shop, old)?.["planned"];
      if (!letGo) shop.mustLive();
      await mustServe(shop, old);
      if (retries(shop) > 0) throw new Finding("newcomer-retried", { forks: retries(shop) });
      await boot.mend();
      await mustRenew(shop, old);
      // The newcomer is a worker as any other: it is replaced, and the program stops with it.
      const before = listened(shop);
      const { child } = await crash(shop);
      if (!(await newcomer(shop, before))) throw new Finding("newcomer-unguarded", { pid: child });
      askToStop(shop);
      await mustEnd(shop, { usual: 5000, late: "never-ends" });
    });
  });
});

/** A second SIGHUP must not start a second restart, and SIGTERM must end the first: whatever is in work is answered. */
async function oldOnesMustAnswer(start: CheckContext["start"]): Promise<void> {
  // The restart must still be going on when we have come to see that the port is closed.
  await lookAgain([1, 4], async (times) => {
    const shop = await openShop(start, 2, { ...env, ...slowWorkers(200) });
    const orders = await ordersForAll(shop, 2, times);
    await askToRenew(shop);
    signal(shop.pid, "SIGHUP");
    const third = await seen(shop, () => listened(shop).length > 2, 5000);
    shop.mustLive();
    if (!third) throw new Finding("not-all-renewed", { left: 2, workers: 2 });
    if (bootedTogether(shop, 2)) throw new Finding("restarts-side-by-side", {});
    // Who has not been replaced yet must go later than who is being replaced: else a restart that goes on finds nobody to replace.
    orders.push(...(await ordersForAll(shop, 2, times)));
    askToStop(shop);
    const closed = await closesBefore(shop, orders[0]!);
    mayForkUntilNow(shop);
    for (const order of orders) await mustBeAnswered(shop, order);
    if (!closed) return new Finding("still-accepting", {});
    await mustEnd(shop, {
      usual: 5000,
      late: "never-ends",
      respawned: "restart-outlives-stop",
    });
  });
}

/** Who boots for a restart when SIGTERM comes must go, too. */
async function newcomerMustGo(start: CheckContext["start"]): Promise<void> {
  // One that is told to go before it listens may need force.
  const shop = await openShop(start, 1, { ...env, STOP_WITHIN_MS: "1000", ...slowWorkers(500) });
  const [old] = living(shop);
  await askToRenew(shop);
  askToStop(shop);
  mayForkUntilNow(shop);
  const late = () =>
    living(shop).some((pid) => pid !== old) ? "newcomer-outlives-stop" : "never-ends";
  await mustEnd(shop, { usual: 5000, late, respawned: "restart-outlives-stop", forced: true });
}

/** How many workers were forked after the one that a restart has tried, where there was one before. */
function retries(shop: Program): number {
  return shop.trace.of("fork").length - 2;
}

/** The only worker must be replaced, though somebody looks at the order board. */
async function mustRenew(shop: Program, old: number): Promise<void> {
  const board = await openBoard(shop);
  try {
    if (!(await forksOnHangup(shop)))
      throw new Finding(shop.exit?.signal === "SIGHUP" ? "hangup-kills" : "broken-for-ever", {});
    const renewed = await seen(shop, () => isRenewed(shop, [old], 1), 5000);
    shop.mustLive();
    if (!renewed) {
      board.destroy();
      const held = listened(shop).length > 1 && (await seen(shop, () => exitOf(shop, old), 3000));
      throw new Finding(held ? "renewal-without-limit" : "broken-for-ever", {});
    }
    const pool = living(shop).length;
    if (pool !== 1) throw new Finding("pool-size-changed", { pool, workers: 1 });
  } finally {
    board.destroy();
  }
}

/** The old worker must answer, though the one that was to replace it has died. */
async function mustServe(shop: Program, old: number): Promise<void> {
  for (let i = 0; i < 5; i++) {
    const outcome = await ask(shop.url);
    const pid = jsonOf(outcome)?.["pid"];
    if (pid === old) continue;
    // How the connection of the first one ended depends on how far the old worker had got with its end.
    const gone = () => exitOf(shop, old) ?? shop.exit;
    await until(gone, { what: "the old worker's end", within: 2000 }).catch(() => undefined);
    const after = await ask(shop.url);
    throw new Finding("old-one-gone", endOf(after.kind === "answer" ? outcome : after));
  }
}
