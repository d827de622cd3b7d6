import type { CheckMeta } from "../../test/harness/task.ts";
import type { Verdict } from "../../test/harness/finding.ts";
import { shareOrder } from "../../test/harness/order.ts";
import { measurePace } from "../../test/harness/pace.ts";
import { fullDisk } from "../../test/harness/room.ts";
import { startCommand } from "../../test/harness/target.ts";
import { ComponentMissing, getComponent } from "./components/get.ts";
import type { ComponentName } from "./components/table.ts";
import type { Lesson } from "./lesson.ts";
import { noteOwnFiles } from "./own-files.ts";
import { runVitest } from "./run-vitest.ts";
import type { Both } from "./words/cli.ts";

export interface CheckResult extends CheckMeta {
  ms: number;
}

/** A task's verdict; or "later", when a task before it does not pass yet and it was not checked to the end. */
export type TaskState = Verdict | "later";

/** What happens during a run of checks, in order. Documented for `--json` in CONTRIBUTING.md. */
export type CheckEvent =
  | { type: "start"; lesson: string; tasks: { id: string; checks: string[] }[] }
  | ({ type: "check" } & CheckResult)
  | { type: "task"; task: string; verdict: TaskState; checks: CheckResult[] }
  | { type: "changed"; files: string[] }
  | { type: "end"; solved: number; total: number; ms: number };

export interface RunOptions {
  lesson: Lesson;
  /** The folder whose program is checked. */
  folder: string;
  /** Only these tasks; all unless told. */
  tasks?: string[];
  /** Checks everything, also what comes after the first check that fails. */
  all?: boolean;
  /** Only this check of its task, for who knows that it must fail. */
  check?: string;
  /** Told what is fetched before the run. */
  say?: (words: Both) => void;
  onEvent?: (event: CheckEvent) => void;
}

type TaskEvent = CheckEvent & { type: "task" };

/**
 * Runs a lesson's checks against a target, and tells what happens. The only way checks are run: from the command line, the
 * local server, watch mode and the course's own tests.
 * @returns the event of each task, in the lesson's order.
 */
export async function runChecks(options: RunOptions): Promise<TaskEvent[]> {
  const { lesson, folder, say = () => {}, onEvent = () => {} } = options;
  for (const name of lesson.needs) await provide(name, say);
  const tasks = lesson.tasks
    .filter(({ id }) => !options.tasks || options.tasks.includes(id))
    .map(({ id, checks }) => ({ id, checks: options.check ? [options.check] : checks }));
  const started = performance.now();
  const results: CheckResult[] = [];
  const ended: TaskEvent[] = [];

  function take(result: CheckResult): void {
    results.push(result);
    onEvent({ type: "check", ...result });
    conclude(false);
  }

  /** Tells of every next task whose state is known. */
  function conclude(over: boolean): void {
    while (ended.length < tasks.length) {
      const event = taskEvent(tasks[ended.length]!, over);
      if (!event) return;
      ended.push(event);
      onEvent(event);
    }
  }

  function taskEvent({ id, checks }: (typeof tasks)[number], over: boolean): TaskEvent | undefined {
    const known = checks.map((check) =>
      results.find((one) => one.task === id && one.check === check),
    );
    const done = known.filter((one) => one !== undefined);
    const unsolved = !options.all && ended.some(({ verdict }) => verdict !== "pass");
    if (unsolved) return { type: "task", task: id, verdict: "later", checks: done };
    const failed = known.findIndex((one) => one?.verdict !== "pass");
    if (failed === -1) return { type: "task", task: id, verdict: "pass", checks: done };
    const sure = known[failed] && (!options.all || done.length === checks.length);
    if (sure) return { type: "task", task: id, verdict: known[failed]!.verdict, checks: done };
    if (!over) return undefined;
    const missing = notRun(id, checks[failed]!);
    // All before it have passed.
    const inOrder = [...done.slice(0, failed), missing, ...done.slice(failed)];
    return { type: "task", task: id, verdict: missing.verdict, checks: inOrder };
  }

  onEvent({
    type: "start",
    lesson: lesson.id,
    tasks: tasks.map(({ id, checks }) => ({ id, checks })),
  });
  const files = tasks.map(({ id }) => `lessons/${lesson.name}/${id}.check.ts`);
  const changed = noteOwnFiles(lesson, folder);
  const names = tasks.flatMap(({ id, checks }) => checks.map((check) => `${id} › ${check}`));
  await runVitest(files, {
    target: { folder, command: await startCommand(lesson.folder) },
    order: shareOrder(names, { all: options.all, only: Boolean(options.check) }),
    pace: await measurePace(),
    take,
  });
  conclude(true);
  const ofTheCourse = changed();
  if (ofTheCourse.length > 0) onEvent({ type: "changed", files: ofTheCourse });
  const solved = ended.filter(({ verdict }) => verdict === "pass").length;
  onEvent({
    type: "end",
    solved,
    total: tasks.length,
    ms: Math.round(performance.now() - started),
  });
  return ended;
}

const provided = new Set<ComponentName>();

/** Fetches a component where it is not here, once for all checks; one that can't be had is told of by the check that needs it. */
async function provide(name: ComponentName, say: (words: Both) => void): Promise<void> {
  if (provided.has(name)) return;
  try {
    await getComponent(name, { say });
    provided.add(name);
  } catch (error) {
    if (!(error instanceof ComponentMissing)) throw error;
  }
}

/** A check that vitest never came to, because its file can't be loaded or it ran out of all time or room: our failure. */
function notRun(task: string, check: string): CheckResult {
  const { id, data } = fullDisk() ?? {
    id: "our-side-failed",
    data: { message: `the check ${task} › ${check} did not run` },
  };
  return { task, check, verdict: "not-checked", ms: 0, finding: { id, data } };
}
