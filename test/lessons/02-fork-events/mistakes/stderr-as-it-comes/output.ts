import type { Worker } from "node:cluster";
import { createInterface } from "node:readline";

/** Prints every line of a worker behind its id. Errors go where errors belong. */
export function prefixOutput(worker: Worker): void {
  const lines = createInterface({ input: worker.process.stdout! });
  lines.on("line", (line) => console.log(`[${worker.id}] ${line}`));
  worker.process.stderr!.pipe(process.stderr);
}
