import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { load, type LoadResult } from "../../harness/load.ts";
import { ask, jsonOf } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import { task } from "../../harness/task.ts";
import { slowWorkers } from "../../harness/trace.ts";
import { until } from "../../harness/wait.ts";
import { exitOf, listened, living, openShop, outlasting, seen, signal } from "./crew.ts";
import { slowOrder } from "./stopping.ts";
import { withBootSwitch } from "./switch.ts";

const CLIENTS = 4;
const env = { STOP_WITHIN_MS: "60000", MAX_DEATHS: "1000" };

task("rolling-restart", ({ check }) => {
  check("one-worker-too", async ({ start }) => {
    const shop = await openShop(start, 1, { ...env, ...slowWorkers(150) });
    await renewUnderLoad(shop, 1);
  });

  check("no-request-fails", async ({ start }) => {
    const shop = await openShop(start, 2, env);
    await renewUnderLoad(shop, 2);
    const pool = living(shop).length;
    if (pool !== 2) throw new Finding("pool-size-changed", { pool, workers: 2 });
  });

  check("broken-version-stays-out", async ({ start }) => {
    await withBootSwitch(async (boot) => {
      const shop = await openShop(start, 1, { ...env, BOOT_FAILS_IF: boot.path });
      const [old] = living(shop);
      await boot.break();
      signal(shop.pid, "SIGHUP");
      const died = () => shop.trace.of("exit").some(({ child }) => child !== old);
      await seen(shop, died, 5000);
      mustGoOn(shop);
      if (shop.trace.of("fork").length < 2)
        throw new Finding("hangup-ignored", { old: 1, workers: 1 });
      for (let i = 0; i < 5; i++) {
        const outcome = await ask(shop.url);
        const pid = jsonOf(outcome)?.["pid"];
        if (pid === old) continue;
        // How the connection of the first one ended depends on how far the old worker had got with its end.
        const gone = () => exitOf(shop, old!) ?? shop.exit;
        await until(gone, { what: "the old worker's end", within: 2000 }).catch(() => undefined);
        const after = await ask(shop.url);
        throw new Finding("old-one-gone", endOf(after.kind === "answer" ? outcome : after));
      }
    });
  });
});

/** Sends SIGHUP while clients send requests, until every old worker has gone, and as many new ones listen. */
async function renewUnderLoad(shop: Program, workers: number): Promise<void> {
  const old = living(shop);
  let over = false;
  const order = await slowOrder(shop, outlasting(shop));
  const url = `${shop.url}/slow?ms=3`;
  const ended = () => over || Boolean(shop.exit);
  const loading = load(url, { count: 20_000, concurrency: CLIENTS, until: ended });
  signal(shop.pid, "SIGHUP");
  const renewed = () =>
    old.every((pid) => exitOf(shop, pid)) &&
    listened(shop).filter((pid) => living(shop).includes(pid)).length >= workers;
  const done = await seen(shop, renewed, 8000);
  over = true;
  const result = await loading;
  mustGoOn(shop);
  if (shop.trace.of("fork").length === workers) throw new Finding("hangup-ignored", { workers });
  if (!done) {
    const left = old.filter((pid) => !exitOf(shop, pid)).length;
    throw new Finding("not-all-renewed", { left, workers });
  }
  const outcome = await order.answer;
  if (outcome.kind !== "answer") throw new Finding("old-worker-cut", endOf(outcome));
  judge(shop, workers, result);
}

function mustGoOn(shop: Program): void {
  if (shop.exit?.signal === "SIGHUP") throw new Finding("hangup-kills", {});
  shop.mustLive();
}

function judge(shop: Program, workers: number, result: LoadResult): void {
  const { outcomes, refused, reset, late, wrong } = result;
  const failed = refused + reset + late + wrong;
  const cut = requestsCut(shop);
  // server.close() destroys connections whose request is still on its way (Node.js 26). Clients send such a request
  // again; a few are no fault of the program. What a worker has begun, it must answer.
  const unheard = Math.min(Math.max(0, reset - cut), workers * CLIENTS);
  if (cut === 0 && failed - unheard === 0) return;
  const data = { failed, of: outcomes.length, refused, reset, late, wrong };
  if (cut > 0) throw new Finding("old-workers-killed", data);
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
  return shop.trace.of("request").filter((one) => gone.includes(one.pid) && !answered.has(key(one)))
    .length;
}
