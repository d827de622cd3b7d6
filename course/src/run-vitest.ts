import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Reporter, TestCase, TestSpecification, Vitest } from "vitest/node";
import type { SharedOrder } from "../../test/harness/order.ts";
import { COURSE_CACHE } from "../../test/harness/course-cache.mjs";
import { CHECKS_AT_ONCE, THREADS, type Pace } from "../../test/harness/pace.ts";
import { CheckThreads } from "./check-threads.ts";
import { ENDING_SIGNALS } from "./ending-signals.ts";
import { EXIT, ExpectedError } from "./expected-error.ts";
import { ROOT } from "./lesson.ts";
import { statesIn } from "./own-files.ts";
import type { CheckResult } from "./run-checks.ts";
import { say } from "./words/say.ts";

export interface VitestRun {
  target: { folder: string; command: string[] };
  order: SharedOrder;
  pace: Pace;
  /** Told each check's result as it comes. */
  take(result: CheckResult): void;
}

/** The character of a path that Vite takes for the path's end, as in a URL. */
export function oddCharacter(path: string): string | undefined {
  return /[#?]/.exec(path)?.[0];
}

/** Vitest with its threads, ready for a run: kept after one, because to start it takes longer than many a check. */
interface Runner {
  vitest: Vitest;
  threads: CheckThreads;
  /** The check files that it may have loaded, and their helpers, with the state that they were in. */
  seen: Map<string, string>;
  take: VitestRun["take"] | undefined;
}

/** As many as there were runs side by side in this process. */
const idle: Runner[] = [];

/** Vitest sets the exit code when a test fails; here it is the caller who decides. Runs side by side have one before all of them. */
const exitCode: { runs: number; before: typeof process.exitCode } = { runs: 0, before: undefined };

/**
 * Runs check files, given relative to test/, in this order and side by side.
 * @throws {ExpectedError} when the course lies in a folder in which Vite doesn't find its files.
 */
export async function runVitest(
  files: string[],
  { take, target, order, pace }: VitestRun,
): Promise<void> {
  const odd = oddCharacter(ROOT);
  if (odd) throw new ExpectedError(say.oddPath(ROOT, odd), EXIT.notChecked);
  const paths = files.map((file) => join(ROOT, "test", file));
  const folders = new Set([join(ROOT, "test", "harness"), ...paths.map((path) => dirname(path))]);
  const runner = await readyRunner(new Map([...folders].flatMap((folder) => statesIn(folder))));
  const project = runner.vitest.getRootProject();
  project.provide("target", target);
  project.provide("order", order);
  project.provide("pace", pace);
  runner.take = take;
  let whole = false;
  if (exitCode.runs++ === 0) exitCode.before = process.exitCode;
  try {
    await runner.vitest.runTestSpecifications(
      paths.map((path) => project.createSpecification(path)),
    );
    whole = true;
  } finally {
    if (--exitCode.runs === 0) process.exitCode = exitCode.before;
    runner.take = undefined;
    if (whole) idle.push(runner);
    else await close(runner);
  }
}

/** A runner that has loaded no file in another state than this one. */
async function readyRunner(states: Map<string, string>): Promise<Runner> {
  let runner = idle.pop();
  while (
    runner &&
    [...states].some(([file, state]) => (runner!.seen.get(file) ?? state) !== state)
  ) {
    await close(runner);
    runner = idle.pop();
  }
  runner ??= await createRunner();
  for (const [file, state] of states) runner.seen.set(file, state);
  return runner;
}

async function createRunner(): Promise<Runner> {
  process.env["NODE_COMPILE_CACHE"] ??= COURSE_CACHE;
  // Vitest writes a token there for a server that we never start; without it, to the learner's home folder.
  process.env["XDG_DATA_HOME"] ??= tmpdir();
  // Loaded here, so that commands that check nothing start faster.
  const { createVitest } = await import("vitest/node");
  const runner: Omit<Runner, "vitest"> = {
    threads: new CheckThreads(),
    seen: new Map(),
    take: undefined,
  };
  class AsGiven {
    shard = (specifications: TestSpecification[]) => specifications;
    sort = (specifications: TestSpecification[]) => specifications;
  }
  const before = ENDING_SIGNALS.map((signal) => process.listeners(signal));
  const vitest = await createVitest("test", {
    config: false,
    root: join(ROOT, "test"),
    include: ["lessons/*/*.check.ts"],
    watch: false,
    // It would be in node_modules, which may be read-only or another's; clearing it then ends the run. It saves nothing we can measure.
    fsModuleCache: false,
    // Threads of one process that keep their modules: the checks wait far more than they compute.
    pool: runner.threads,
    isolate: false,
    maxWorkers: THREADS,
    maxConcurrency: CHECKS_AT_ONCE,
    sequence: { sequencer: AsGiven },
    reporters: [reporter((result) => runner.take?.(result))],
  });
  await vitest.standalone();
  // Its own end the process at once, even while no check runs; how a command ends is for the command to say (see useScratch).
  for (const [i, signal] of ENDING_SIGNALS.entries()) {
    const added = process.listeners(signal).filter((one) => !before[i]!.includes(one));
    for (const listener of added) process.off(signal, listener);
  }
  return Object.assign(runner, { vitest });
}

async function close({ vitest, threads }: Runner): Promise<void> {
  await vitest.close();
  await threads.close();
}

function reporter(take: (result: CheckResult) => void): Reporter {
  return {
    onTestCaseResult(test: TestCase) {
      const meta = test.meta().uptime;
      if (meta) take({ ...meta, ms: Math.round(test.diagnostic()?.duration ?? 0) });
    },
  };
}
