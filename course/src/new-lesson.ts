import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ExpectedError } from "./expected-error.ts";
import { lessonNames, ROOT } from "./lesson.ts";
import { templateOf } from "./lesson-template.ts";
import { say } from "./words/say.ts";

/**
 * Makes the files of a new lesson: complete enough that `pnpm test` names what is still to be written.
 * @returns their paths, relative to the course's folder.
 * @throws {ExpectedError} when the name is not like 09-compression, or the number or id is taken.
 */
export function newLesson(name: string): string[] {
  if (!/^\d\d(-[a-z0-9]+)+$/.test(name)) throw new ExpectedError(say.badLessonName(name));
  const taken = lessonNames().find(
    (one) => one.slice(0, 2) === name.slice(0, 2) || one.slice(3) === name.slice(3),
  );
  if (taken) throw new ExpectedError(say.lessonExists(taken));
  const files = templateOf(name);
  for (const [path, text] of Object.entries(files)) {
    const file = join(ROOT, path);
    if (existsSync(file)) throw new ExpectedError(say.lessonExists(path));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return Object.keys(files);
}
