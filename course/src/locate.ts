import { distance } from "fastest-levenshtein";
import { ExpectedError } from "./expected-error.ts";
import { lessonNames, readLesson, workFolder, ROOT, type Lesson } from "./lesson.ts";
import { say } from "./words/say.ts";
import { join } from "node:path";

/** What `pnpm test` can be pointed at. */
export interface Target {
  lesson: Lesson;
  kind: "work" | "solution";
  folder: string;
}

/**
 * Reads a target as people type it: lessons/03, lessons/03-crash-restart, lessons/crash-restart, 03, solutions/03; back-slashes
 * and a trailing slash are fine. `lessons` and `solutions` mean all of them.
 * @throws {ExpectedError} with the nearest names.
 */
export function locate(typed: string): Target[] {
  const path = typed.replaceAll("\\", "/").replace(/^\.\//, "").replace(/\/+$/, "");
  const names = lessonNames();
  const [tree, rest] = path.includes("/") ? path.split("/", 2) : ["lessons", path];
  if (path === "lessons" || path === "solutions") return names.map((name) => target(name, path));
  const found = names.find((name) => isNamed(name, rest!));
  if (!found || !/^(lessons|solutions)$/.test(tree!)) {
    throw new ExpectedError(say.noSuchTarget(typed, nearest(path)));
  }
  return [target(found, tree!)];
}

/** The lesson of one argument such as 03 or crash-restart. @throws {ExpectedError} */
export function locateLesson(typed: string): Lesson {
  const targets = locate(typed);
  if (targets.length > 1) throw new ExpectedError(say.noSuchTarget(typed, nearest(typed)));
  return targets[0]!.lesson;
}

function target(name: string, tree: string): Target {
  const lesson = readLesson(name);
  if (tree === "lessons") return { lesson, kind: "work", folder: workFolder(lesson) };
  return { lesson, kind: "solution", folder: join(ROOT, "solutions", name) };
}

function isNamed(name: string, typed: string): boolean {
  const [number, id] = [name.slice(0, 2), name.slice(3)];
  return (
    typed === name || typed === id || (/^\d{1,2}$/.test(typed) && typed.padStart(2, "0") === number)
  );
}

/** The two names most like what was typed. */
function nearest(typed: string): string[] {
  const known = lessonNames().flatMap((name) => [
    `lessons/${name.slice(0, 2)}`,
    `lessons/${name.slice(3)}`,
    name.slice(3),
  ]);
  return [...known, "lessons", "solutions"]
    .sort((a, b) => distance(typed, a) - distance(typed, b))
    .slice(0, 2);
}
