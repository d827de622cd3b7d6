import { Finding } from "../../harness/finding.ts";
import type { CheckContext } from "../../harness/task.ts";
import { slowWorkers } from "../../harness/trace.ts";
import { listened, living, openShop, seen, signal } from "./crew.ts";
import { askToRenew } from "./renewal.ts";

const WORKERS = 2;

/** The old workers die while the first new one boots: whoever takes all deaths for that one's has too few in the end. */
export async function mustOutlastDeaths(
  start: CheckContext["start"],
  env: Record<string, string>,
): Promise<void> {
  const shop = await openShop(start, WORKERS, { ...env, ...slowWorkers(300) });
  const old = living(shop);
  await askToRenew(shop);
  for (const pid of old) signal(pid, "SIGKILL");
  // One too many is no fault here: the new one may stay beside whoever has replaced the one that it was to relieve.
  const restored = () => {
    const pool = living(shop).filter((pid) => !old.includes(pid));
    return listened(shop).filter((pid) => pool.includes(pid)).length >= WORKERS;
  };
  if (await seen(shop, restored, 8000)) return;
  shop.mustLive();
  throw new Finding("deaths-meanwhile", { pool: living(shop).length, workers: WORKERS });
}
