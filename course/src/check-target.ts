import { ExpectedError, EXIT } from "./expected-error.ts";
import { columns, type Voice } from "./console.ts";
import { loadWords } from "./find-words.ts";
import { shown } from "./lesson.ts";
import type { Target } from "./locate.ts";
import { noteResults, progressOf } from "./progress.ts";
import { firstUnsolved, report } from "./report.ts";
import { runChecks, type CheckEvent } from "./run-checks.ts";
import { formatFor } from "../../test/harness/words.ts";
import { ensureWork } from "./work.ts";
import { say } from "./words/say.ts";
import { wordsOfReport } from "./words/report.ts";

export interface CheckOptions {
  tasks?: string[] | undefined;
  all?: boolean | undefined;
  json?: boolean | undefined;
}

/**
 * Checks one target and reports: for people, or with `json` the events, one a line. Work on a lesson is copied from the
 * starter first where there is none yet, and progress is noted.
 * @returns the exit code: 0 all pass, 1 something fails, 3 something could not be checked and nothing fails before it.
 * @throws {ExpectedError} when a task is named that the lesson doesn't have, or when the disk is full or read-only.
 */
export async function checkTarget(
  target: Target,
  voice: Voice,
  options: CheckOptions = {},
): Promise<number> {
  const { lesson, kind, folder } = target;
  const unknown = options.tasks?.find((task) => !lesson.tasks.some(({ id }) => id === task));
  if (unknown)
    throw new ExpectedError(
      say.noSuchTask(
        unknown,
        lesson.tasks.map(({ id }) => id),
      ),
    );
  if (kind === "work" && ensureWork(lesson) && !options.json)
    voice.say(say.copiedStarter(shown(folder)));

  const find = await loadWords(lesson);
  const emit = options.json ? jsonEmitter(voice, find) : await progressEmitter(voice);
  const started = performance.now();
  const { tasks, all = false } = options;
  let changed: string[] = [];
  const results = await runChecks({
    lesson,
    folder,
    all,
    ...(!options.json && { say: voice.say }),
    onEvent(event) {
      if (event.type === "changed") changed = event.files;
      emit.event(event);
    },
    ...(tasks && { tasks }),
  }).finally(() => emit.end());

  const unsolved = firstUnsolved(results);
  if (!options.json) {
    const hints = unsolved ? progressOf(lesson).hints[unsolved.task] : undefined;
    const { language } = voice;
    console.log(
      report(lesson, results, { language, find, width: columns(), hintsSeen: hints ?? 0 }),
    );
    const passed = results.filter(({ verdict }) => verdict === "pass").length;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const words = wordsOfReport(language);
    console.log(
      unsolved
        ? words.someSolved(passed, results.length, seconds)
        : words.allSolved(passed, seconds),
    );
    if (changed.length > 0) voice.say(say.courseChanged(changed));
    if (!unsolved && kind === "work") voice.say(say.afterSolution(lesson.name.slice(0, 2)));
  }
  // Last, so that a full disk takes only the note, not the report.
  if (kind === "work") noteResults(lesson, results);
  if (!unsolved) return EXIT.ok;
  return unsolved.verdict === "not-checked" ? EXIT.notChecked : EXIT.failed;
}

interface Emitter {
  event(event: CheckEvent): void;
  end(): void;
}

async function progressEmitter(voice: Voice): Promise<Emitter> {
  let [done, total] = [0, 0];
  const line = await voice.progress(say.checking("", 0, 0));
  return {
    event(event) {
      if (event.type === "start") total = event.tasks.flatMap(({ checks }) => checks).length;
      if (event.type === "check") done += 1;
      if (event.type === "start" || event.type === "check") {
        const name = event.type === "check" ? `${event.task} › ${event.check}` : event.lesson;
        line.text = voice.pick(say.checking(name, done, total));
      }
    },
    end: () => void line.stop(),
  };
}

/** Events for programs: the same as inside, with the words of each finding in the language asked for. */
function jsonEmitter(voice: Voice, find: Awaited<ReturnType<typeof loadWords>>): Emitter {
  return {
    event(event) {
      const { language } = voice;
      const said =
        event.type === "check" && event.finding
          ? { words: find(event.finding.id, event.finding.data, language, formatFor(language)) }
          : {};
      console.log(JSON.stringify({ ...event, ...said }));
    },
    end() {},
  };
}
