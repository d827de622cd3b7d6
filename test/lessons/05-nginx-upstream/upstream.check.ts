import { clientAddresses } from "../../harness/clients.ts";
import { Finding } from "../../harness/finding.ts";
import { task } from "../../harness/task.ts";
import { askInTurn, mustBeServed, shares, strangePort, withShop, type Shop } from "./shop.ts";

const [FEW, MANY] = [60, 900];

task("upstream", ({ check }) => {
  check("all-three-serve", async (context) => {
    await withShop(context, async (shop) => {
      await askInTurn(shop, FEW);
      const idle = shop.counters.filter(({ arrived }) => arrived.length === 0);
      if (idle.length === 0) return;
      const port = strangePort(shop);
      if (port) throw new Finding("wrong-port", { port });
      const alone = await oneAddress();
      if (alone && (await othersStepIn(shop))) return;
      const servers = idle.map(({ documented }) => documented);
      throw new Finding(idle.length === 2 ? "one-does-all" : "one-idle", { servers, alone });
    });
  });

  check("evenly", async (context) => {
    await withShop(context, async (shop) => {
      // Methods that take turns are exact. Of those that choose by chance or by a hash of the client, fairness shows in
      // the long run only; a hash never spreads so well that it could be told from weights of 3 to 2.
      await oneClient(shop, FEW);
      const [least, most] = extremes(shop);
      if (most! - least! <= 1) return;
      const isHash = least === 0 && most === FEW;
      if (isHash && (await oneAddress())) return;
      await askInTurn(shop, isHash ? 240 : MANY - FEW);
      const total = shares(shop).reduce((sum, one) => sum + one, 0);
      const fair = (isHash ? total - FEW : total) / 3;
      if (extremes(shop)[0]! >= fair * (isHash ? 0.5 : 0.8)) return;
      throw new Finding("uneven", { shares: shares(shop), percent: percent(shop) });
    });
  });
});

/** Whether all clients have the same address here, so that a hash of it can't spread them. */
async function oneAddress(): Promise<boolean> {
  return new Set(await clientAddresses(2)).size === 1;
}

/** Whether another server takes over when the one that serves everything is gone: then it was one of a group. */
async function othersStepIn(shop: Shop): Promise<boolean> {
  shop.counters.find(({ arrived }) => arrived.length > 0)?.close();
  const outcome = await shop.ask("/");
  return outcome.kind === "answer" && outcome.status === 200;
}

async function oneClient(shop: Shop, count: number): Promise<void> {
  for (let i = 0; i < count; i++) mustBeServed(shop, await shop.ask("/"));
}

function extremes(shop: Shop): number[] {
  const all = shares(shop);
  return [Math.min(...all), Math.max(...all)];
}

/** Each server's share in tenths, which are the same in every run. */
function percent(shop: Shop): number[] {
  const total = shares(shop).reduce((sum, one) => sum + one, 0);
  return shares(shop).map((one) => Math.round((10 * one) / total) * 10);
}
