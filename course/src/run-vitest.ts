import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Reporter, TestCase, TestSpecification } from "vitest/node";
import type { SharedOrder } from "../../test/harness/order.ts";
import { COURSE_CACHE } from "../../test/harness/compile-cache.ts";
import { CHECKS_AT_ONCE, THREADS } from "../../test/harness/pace.ts";
import { EXIT, ExpectedError } from "./expected-error.ts";
import { ROOT } from "./lesson.ts";
import type { CheckResult } from "./run-checks.ts";
import { say } from "./words/say.ts";

export interface VitestRun {
  target: { folder: string; command: string[] };
  order: SharedOrder;
  pace: number;
  /** Told each check's result as it comes. */
  take(result: CheckResult): void;
}

/** The character of a path that Vite takes for the path's end, as in a URL. */
export function oddCharacter(path: string): string | undefined {
  return /[#?]/.exec(path)?.[0];
}

/**
 * Runs check files, given relative to test/, in this order and side by side.
 * @throws {ExpectedError} when the course lies in a folder in which Vite doesn't find its files.
 */
export async function runVitest(files: string[], { take, ...provide }: VitestRun): Promise<void> {
  const odd = oddCharacter(ROOT);
  if (odd) throw new ExpectedError(say.oddPath(ROOT, odd), EXIT.notChecked);
  process.env["NODE_COMPILE_CACHE"] ??= COURSE_CACHE;
  // Vitest writes a token there for a server that we never start; without it, to the learner's home folder.
  process.env["XDG_DATA_HOME"] ??= tmpdir();
  // Loaded here, so that commands that check nothing start faster.
  const { createVitest } = await import("vitest/node");
  const place = ({ moduleId }: TestSpecification) =>
    files.findIndex((file) => moduleId.endsWith(file));
  class InOrder {
    shard = (specifications: TestSpecification[]) => specifications;
    sort = (specifications: TestSpecification[]) =>
      specifications.toSorted((a, b) => place(a) - place(b));
  }
  const vitest = await createVitest("test", {
    config: false,
    root: join(ROOT, "test"),
    include: files,
    watch: false,
    passWithNoTests: true,
    // It would be in node_modules, which may be read-only or another's; clearing it then ends the run. It saves nothing we can measure.
    fsModuleCache: false,
    // Threads of one process that keep their modules: the checks wait far more than they compute.
    pool: "threads",
    isolate: false,
    maxWorkers: THREADS,
    maxConcurrency: CHECKS_AT_ONCE,
    sequence: { sequencer: InOrder },
    provide,
    reporters: [reporter(take)],
  });
  // Vitest sets it when a test fails; here it is the caller who decides.
  const { exitCode } = process;
  try {
    await vitest.start();
  } finally {
    await vitest.close();
    process.exitCode = exitCode;
  }
}

function reporter(take: (result: CheckResult) => void): Reporter {
  return {
    onTestCaseResult(test: TestCase) {
      const meta = test.meta().uptime;
      if (meta) take({ ...meta, ms: Math.round(test.diagnostic()?.duration ?? 0) });
    },
  };
}
