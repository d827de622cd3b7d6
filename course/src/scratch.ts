import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { ENDING_SIGNALS } from "./ending-signals.ts";
import { isAlive } from "../../test/harness/processes.ts";

const NAME = /^uptime-run-(\d+)-/;

/**
 * Makes one temporary folder for this process and all that it starts (TMPDIR), and removes it with everything in it when the
 * process ends, also by Ctrl-C or a closed terminal. What a process left that was killed with SIGKILL is removed by the next one.
 */
export function useScratch(): void {
  const common = tmpdir();
  for (const name of readdirSync(common)) {
    const pid = Number(NAME.exec(name)?.[1] ?? 0);
    if (pid && !isAlive(pid)) remove(join(common, name));
  }
  const own = mkdtempSync(join(common, `uptime-run-${process.pid}-`));
  process.env["TMPDIR"] = own;
  process.on("exit", () => remove(own));
  for (const signal of ENDING_SIGNALS) {
    process.on(signal, () => {
      // Some commands end in their own way.
      if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal]);
    });
  }
}

function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // Another user's, or a program that still writes: the next run sees to it.
  }
}
