import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createRequire } from "node:module";
import { ENDING_SIGNALS } from "./ending-signals.ts";
import { COURSE_CACHE } from "../../test/harness/course-cache.mjs";
import { ROOT } from "./lesson.ts";

/**
 * Runs the course's own tests: vitest with test/vitest.config.ts, as a process of its own, with its output as it comes.
 * @param long the longer ones instead, which `pnpm test` leaves out.
 * @returns its exit code.
 */
export async function runOwnSuite(long: boolean): Promise<number> {
  const vitest = createRequire(import.meta.url).resolve("vitest/package.json");
  const bin = join(vitest, "..", "vitest.mjs");
  const child = spawn(process.execPath, [bin, "run", "--root", join(ROOT, "test")], {
    stdio: "inherit",
    env: { ...process.env, NODE_COMPILE_CACHE: COURSE_CACHE, UPTIME_LONG: long ? "1" : "" },
  });
  for (const signal of ENDING_SIGNALS) process.on(signal, () => child.kill(signal));
  const [code] = (await once(child, "exit")) as [number | null];
  return code ?? 1;
}
