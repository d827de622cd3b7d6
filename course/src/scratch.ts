import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { ENDING_SIGNALS } from "./ending-signals.ts";
import { isAlive } from "../../test/harness/processes.ts";
import { isFull } from "../../test/harness/room.ts";
import { EXIT, ExpectedError } from "./expected-error.ts";
import { say } from "./words/say.ts";

const NAME = /^uptime-run-(\d+)-/;

/**
 * Makes one temporary folder for this process and all that it starts (TMPDIR), and removes it with everything in it when the
 * process ends, also by Ctrl-C or a closed terminal. What a process left that was killed with SIGKILL is removed by the next one.
 * @throws {ExpectedError} when temporary files can't be written there.
 */
export function useScratch(): void {
  const common = tmpdir();
  for (const name of namesIn(common)) {
    const pid = Number(NAME.exec(name)?.[1] ?? 0);
    if (pid && !isAlive(pid)) remove(join(common, name));
  }
  const own = makeIn(common);
  process.env["TMPDIR"] = own;
  process.on("exit", () => remove(own));
  for (const signal of ENDING_SIGNALS) {
    process.on(signal, () => {
      // Some commands end in their own way.
      if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal]);
    });
  }
}

/** What can be seen there; a folder that is not there, or hides its names, is told of by whoever writes to it. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function makeIn(common: string): string {
  try {
    if (!isFull(common)) return mkdtempSync(join(common, `uptime-run-${process.pid}-`));
  } catch {
    throw new ExpectedError(say.noTemporary(common), EXIT.notChecked);
  }
  throw new ExpectedError(say.diskFull(common), EXIT.notChecked);
}

function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // Another user's, or a program that still writes: the next run sees to it.
  }
}
