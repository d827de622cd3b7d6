import { join } from "node:path";
import type { Reporter, TestCase, TestSpecification } from "vitest/node";
import type { SharedOrder } from "../../test/harness/order.ts";
import { COURSE_CACHE } from "../../test/harness/compile-cache.ts";
import { CHECKS_AT_ONCE, THREADS } from "../../test/harness/pace.ts";
import { ROOT } from "./lesson.ts";
import type { CheckResult } from "./run-checks.ts";

export interface VitestRun {
  target: { folder: string; command: string[] };
  order: SharedOrder;
  pace: number;
  /** Told each check's result as it comes. */
  take(result: CheckResult): void;
}

/** Runs check files, given relative to test/, in this order and side by side. */
export async function runVitest(files: string[], { take, ...provide }: VitestRun): Promise<void> {
  process.env["NODE_COMPILE_CACHE"] ??= COURSE_CACHE;
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
