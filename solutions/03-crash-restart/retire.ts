import type { Worker } from "node:cluster";
import { once } from "node:events";
import { settings } from "./settings.ts";

// #region retire
/** Lets a worker finish its requests, but not for ever. Resolves when it has gone. */
export async function retire(worker: Worker): Promise<void> {
  if (worker.isDead()) return;
  const force = setTimeout(() => worker.process.kill("SIGKILL"), settings.stopWithinMs);
  worker.disconnect();
  await once(worker, "exit");
  clearTimeout(force);
}
// #endregion
