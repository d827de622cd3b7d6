import { Finding } from "../../harness/finding.ts";
import type { CheckContext } from "../../harness/task.ts";
import { slowWorkers, type TraceEvent } from "../../harness/trace.ts";
import { listened, living, openShop, seen, signal } from "./crew.ts";
import { askToRenew } from "./renewal.ts";

const WORKERS = 2;

/** The old workers die while the first new one boots: whoever takes all deaths for that one's has too few in the end. */
export async function mustOutlastDeaths(
  start: CheckContext["start"],
  env: Record<string, string>,
): Promise<void> {
  // On a busy machine the primary may hear of the deaths when the new one listens already, which proves nothing.
  for (const boot of [300, 1500, 4000]) if (await outlastsDeaths(start, env, boot)) return;
}

/** @returns whether both deaths fell into the boot, which takes so many ms. */
async function outlastsDeaths(
  start: CheckContext["start"],
  env: Record<string, string>,
  boot: number,
): Promise<boolean> {
  const shop = await openShop(start, WORKERS, { ...env, ...slowWorkers(boot) });
  const old = living(shop);
  await askToRenew(shop);
  for (const pid of old) signal(pid, "SIGKILL");
  const isNew = ({ child }: TraceEvent) => !old.includes(Number(child));
  // One too many is no fault here: the new one may stay beside whoever has replaced the one that it was to relieve.
  const restored = () => {
    const pool = living(shop).filter((pid) => !old.includes(pid));
    return listened(shop).filter((pid) => pool.includes(pid)).length >= WORKERS;
  };
  if (await seen(shop, restored, 8000 + 2 * boot)) {
    const first = shop.trace.of("listening").find(isNew);
    const deaths = shop.trace.of("exit").filter((event) => !isNew(event));
    return deaths.every(({ at }) => at < (first?.at ?? 0));
  }
  shop.mustLive();
  throw new Finding("deaths-meanwhile", { pool: living(shop).length, workers: WORKERS });
}
