import type { Worker } from "node:cluster";

// #region prefix
/** Prints everything that a worker prints behind its id. */
export function prefixOutput(worker: Worker): void {
  for (const stream of [worker.process.stdout!, worker.process.stderr!]) {
    stream.on("data", (data) => process.stdout.write(`[${worker.id}] ${data}`));
  }
}
// #endregion
