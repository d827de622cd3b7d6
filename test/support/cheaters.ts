import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { lessonNames, readLesson, ROOT, type Lesson } from "../../course/src/lesson.ts";

const FOLDER = join(ROOT, "test", "cheaters");

/** A program that wants to pass without doing what is asked: a layer over the solution, as a mistake is. */
export interface Cheater {
  slug: string;
  lesson: Lesson;
  folder: string;
  /** What it does, in both languages. */
  way: { en: string; "zh-TW": string };
  /** By what it is caught; null where the checks can't know. */
  gets: { task: string; check: string; finding: string } | null;
}

/** All cheaters; their names begin with the number of their lesson. */
export function readCheaters(): Cheater[] {
  return readdirSync(FOLDER).map((slug) => {
    const name = lessonNames().find((one) => one.slice(0, 2) === slug.slice(0, 2))!;
    const folder = join(FOLDER, slug);
    const facts = JSON.parse(readFileSync(join(folder, "cheater.json"), "utf8"));
    return { slug, lesson: readLesson(name), folder, ...facts };
  });
}
