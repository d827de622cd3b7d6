import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Voice } from "./console.ts";
import { ROOT, shown, workFolder, type Lesson } from "./lesson.ts";
import { say } from "./words/say.ts";
import { writing } from "./writing.ts";

/**
 * Makes sure that the learner has a copy of the starter.
 * @returns whether it was made now.
 * @throws {ExpectedError} when the disk is full or read-only.
 */
export function ensureWork(lesson: Lesson): boolean {
  const folder = workFolder(lesson);
  if (existsSync(folder) && readdirSync(folder).length > 0) return false;
  put(join(lesson.folder, "starter"), folder);
  return true;
}

/**
 * Replaces the learner's work by other files, after keeping a copy, and says where that is.
 * @throws {ExpectedError} when the disk is full or read-only; the work is then as it was.
 */
export function replaceWork(lesson: Lesson, source: string, voice: Voice): void {
  const folder = workFolder(lesson);
  if (existsSync(folder)) {
    const copy = backUp(lesson);
    voice.say(say.keptCopy(shown(copy)));
  }
  put(source, folder);
}

function backUp(lesson: Lesson): string {
  const time = new Date().toISOString().replaceAll(/[:.]/g, "-");
  const copy = join(ROOT, ".course", "backups", `${lesson.id}-${time}`);
  put(workFolder(lesson), copy);
  return copy;
}

/** Puts a copy of a folder in the place of another: all of it, or, where that fails, nothing. */
function put(source: string, folder: string): void {
  const fresh = `${folder}.new`;
  writing(folder, () => {
    mkdirSync(dirname(folder), { recursive: true });
    try {
      rmSync(fresh, { recursive: true, force: true }); // of a run that was killed
      cpSync(source, fresh, { recursive: true });
      mustBeRemovable(folder);
      rmSync(folder, { recursive: true, force: true });
      renameSync(fresh, folder);
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
  });
}

/** Otherwise rmSync would remove what it can, and then fail. */
function mustBeRemovable(folder: string): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) mustBeRemovable(join(folder, entry.name));
  }
  accessSync(folder, constants.W_OK);
}
