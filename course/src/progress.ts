import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { ROOT, type Lesson } from "./lesson.ts";
import { say } from "./words/say.ts";
import { writing } from "./writing.ts";
import type { Both } from "./words/cli.ts";

const FILE = join(ROOT, ".course", "progress.json");

const Progress = z.object({
  last: z.string().optional(),
  lessons: z.record(
    z.string(),
    z.object({ solved: z.array(z.string()), hints: z.record(z.string(), z.int()) }),
  ),
});

export type Progress = z.infer<typeof Progress>;
type LessonProgress = Progress["lessons"][string];

/**
 * Reads what the learner has solved and which hints were seen. Ids only, so that it means the same in both languages.
 * @param warn told when the file can't be read; it is then kept under another name.
 */
export function readProgress(warn: (words: Both) => void = () => {}): Progress {
  if (!existsSync(FILE)) return { lessons: {} };
  try {
    return Progress.parse(JSON.parse(readFileSync(FILE, "utf8")));
  } catch {
    const copy = `${FILE}.broken-${Date.now()}`;
    renameSync(FILE, copy);
    warn(say.progressBroken(copy));
    return { lessons: {} };
  }
}

/** What is known of one lesson. */
export function progressOf(lesson: Lesson, progress = readProgress()): LessonProgress {
  return progress.lessons[lesson.id] ?? { solved: [], hints: {} };
}

/**
 * Changes what is known of a lesson, and remembers it as the last one worked on.
 * @throws {ExpectedError} when the disk is full or read-only; the file is then as it was.
 */
export function noteProgress(
  lesson: Lesson,
  change: (known: LessonProgress) => LessonProgress,
): void {
  const progress = readProgress();
  progress.lessons[lesson.id] = change(progressOf(lesson, progress));
  progress.last = lesson.id;
  // Written beside and renamed, so that a Ctrl-C or a full disk in between loses nothing.
  const fresh = `${FILE}.${process.pid}`;
  writing(FILE, () => {
    mkdirSync(dirname(FILE), { recursive: true });
    try {
      writeFileSync(fresh, `${JSON.stringify(progress, null, 2)}\n`);
      renameSync(fresh, FILE);
    } finally {
      rmSync(fresh, { force: true });
    }
  });
}

/** Remembers which of the checked tasks pass now; "later" says nothing new about a task. */
export function noteResults(lesson: Lesson, results: { task: string; verdict: string }[]): void {
  noteProgress(lesson, (known) => {
    const checked = new Set(
      results.filter(({ verdict }) => verdict !== "later").map(({ task }) => task),
    );
    const passed = results.filter(({ verdict }) => verdict === "pass").map(({ task }) => task);
    const solved = [...known.solved.filter((task) => !checked.has(task)), ...passed];
    return {
      ...known,
      solved: lesson.tasks.map(({ id }) => id).filter((id) => solved.includes(id)),
    };
  });
}
