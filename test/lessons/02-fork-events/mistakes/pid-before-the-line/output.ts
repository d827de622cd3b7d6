import type { Worker } from "node:cluster";
import { createInterface } from "node:readline";

// #region prefix
/** Prints every line of a worker, of standard output and standard error, behind its id. */
export function prefixOutput(worker: Worker): void {
  for (const input of [worker.process.stdout!, worker.process.stderr!]) {
    const lines = createInterface({ input });
    lines.on("line", (line) => console.log(`[${worker.process.pid}] ${line}`));
  }
}
// #endregion
