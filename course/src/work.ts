import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { ROOT, workFolder, type Lesson } from "./lesson.ts";

/**
 * Makes sure that the learner has a copy of the starter.
 * @returns whether it was made now.
 */
export function ensureWork(lesson: Lesson): boolean {
  const folder = workFolder(lesson);
  if (existsSync(folder) && readdirSync(folder).length > 0) return false;
  cpSync(join(lesson.folder, "starter"), folder, { recursive: true });
  return true;
}

/**
 * Replaces the learner's work by other files, after keeping a copy.
 * @returns where the copy is, or undefined when there was no work.
 */
export function replaceWork(lesson: Lesson, source: string): string | undefined {
  const folder = workFolder(lesson);
  const copy = existsSync(folder) ? backUp(lesson) : undefined;
  rmSync(folder, { recursive: true, force: true });
  cpSync(source, folder, { recursive: true });
  return copy;
}

function backUp(lesson: Lesson): string {
  const time = new Date().toISOString().replaceAll(/[:.]/g, "-");
  const copy = join(ROOT, ".course", "backups", `${lesson.id}-${time}`);
  mkdirSync(copy, { recursive: true });
  cpSync(workFolder(lesson), copy, { recursive: true });
  return copy;
}

/** A path as it is shown to the learner: relative to the course's folder. */
export function shown(path: string): string {
  return relative(ROOT, path) || ".";
}
