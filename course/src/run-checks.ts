import { join } from "node:path";
import type { Reporter, TestCase } from "vitest/node";
import type { CheckMeta } from "../../test/harness/task.ts";
import type { Verdict } from "../../test/harness/finding.ts";
import { startCommand } from "../../test/harness/target.ts";
import { ROOT, type Lesson } from "./lesson.ts";

export interface CheckResult extends CheckMeta {
  ms: number;
}

/** What happens during a run of checks, in order. Documented for `--json` in CONTRIBUTING.md. */
export type CheckEvent =
  | { type: "start"; lesson: string; tasks: { id: string; checks: string[] }[] }
  | ({ type: "check" } & CheckResult)
  | { type: "task"; task: string; verdict: Verdict; checks: CheckResult[] }
  | { type: "end"; solved: number; total: number; ms: number };

export interface RunOptions {
  lesson: Lesson;
  /** The folder whose program is checked. */
  folder: string;
  /** Only these tasks; all unless told. */
  tasks?: string[];
  onEvent?: (event: CheckEvent) => void;
}

/**
 * Runs a lesson's checks against a target, and tells what happens. The only way checks are run: from the command line, the
 * local server, watch mode and the course's own tests.
 * @returns the last event of each task, in the lesson's order.
 */
export async function runChecks(options: RunOptions): Promise<(CheckEvent & { type: "task" })[]> {
  const { lesson, folder, onEvent = () => {} } = options;
  const tasks = lesson.tasks.filter(({ id }) => !options.tasks || options.tasks.includes(id));
  const started = performance.now();
  const results: CheckResult[] = [];
  const ended: (CheckEvent & { type: "task" })[] = [];

  function take(result: CheckResult): void {
    results.push(result);
    onEvent({ type: "check", ...result });
    const task = tasks.find(({ id }) => id === result.task)!;
    const checks = task.checks.flatMap((id) => results.find((one) => one.task === task.id && one.check === id) ?? []);
    if (checks.length < task.checks.length) return;
    const event = { type: "task" as const, task: task.id, verdict: worst(checks), checks };
    ended.push(event);
    onEvent(event);
  }

  onEvent({ type: "start", lesson: lesson.id, tasks: tasks.map(({ id, checks }) => ({ id, checks })) });
  // Loaded here, so that commands that check nothing start faster.
  const { createVitest } = await import("vitest/node");
  const vitest = await createVitest("test", {
    config: false,
    root: join(ROOT, "test"),
    include: tasks.map(({ id }) => `lessons/${lesson.name}/${id}.check.ts`),
    watch: false,
    passWithNoTests: true,
    pool: "threads",
    isolate: false,
    maxWorkers: 3,
    maxConcurrency: 4,
    provide: { target: { folder, command: await startCommand(lesson.folder) } },
    reporters: [reporter(take)],
  });
  try {
    await vitest.start();
  } finally {
    await vitest.close();
  }
  for (const { id, checks } of tasks) {
    for (const check of checks.filter((one) => !results.some((r) => r.task === id && r.check === one))) {
      const data = { message: `the check ${id} › ${check} did not run` };
      take({ task: id, check, verdict: "not-checked", ms: 0, finding: { id: "our-side-failed", data } });
    }
  }
  const inOrder = tasks.map(({ id }) => ended.find(({ task }) => task === id)!);
  const solved = inOrder.filter(({ verdict }) => verdict === "pass").length;
  onEvent({ type: "end", solved, total: tasks.length, ms: Math.round(performance.now() - started) });
  return inOrder;
}

function reporter(take: (result: CheckResult) => void): Reporter {
  return {
    onTestCaseResult(test: TestCase) {
      const meta = test.meta().uptime;
      if (meta) take({ ...meta, ms: Math.round(test.diagnostic()?.duration ?? 0) });
    },
  };
}

/** A task passes when all its checks do; else it has the verdict of the first check that doesn't. */
function worst(checks: CheckResult[]): Verdict {
  return checks.find(({ verdict }) => verdict !== "pass")?.verdict ?? "pass";
}
