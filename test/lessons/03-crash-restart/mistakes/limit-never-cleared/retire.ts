import type { Worker } from "node:cluster";
import { settings } from "./settings.ts";

// #region retire
/** Lets a worker finish its requests, but not for ever. Resolves when it has gone. */
export async function retire(worker: Worker): Promise<void> {
  if (worker.isDead()) return;
  const gone = new Promise((resolve) => worker.once("exit", resolve));
  setTimeout(() => worker.process.kill("SIGKILL"), settings.stopWithinMs);
  // If it has died in this very moment, the message of disconnect() fails; its exit follows.
  worker.on("error", () => {});
  worker.disconnect();
  await gone;
}
// #endregion
