import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { readPage } from "./front-matter.ts";
import { locales, parseFolder, root, type Locale, type PageKind } from "./place.ts";

export type TaskFacts = {
  id: string;
  minutes: number;
  section: string;
  checks: string[];
  byHand?: string[];
};
export type LessonFacts = { minutes: number; files: string[]; needs: string[]; tasks: TaskFacts[] };
type ByLocale = Record<Locale, string>;

/** What every page of the site may know of a lesson. */
export type LessonBrief = {
  id: string;
  folder: string;
  number: number;
  minutes: number;
  needs: string[];
  tasks: { id: string; minutes: number; title: ByLocale }[];
  title: ByLocale;
  summary: ByLocale;
  has: Record<PageKind, boolean>;
};

const lessonsDir = path.join(root, "lessons");

/**
 * Takes a lesson's folder name and the course's folder, gives the lesson's facts.
 * Throws when lesson.json is missing.
 */
export function readFacts(folder: string, course = root): LessonFacts {
  const file = path.join(course, "lessons", folder, "lesson.json");
  if (!existsSync(file)) throw new Error(`lessons/${folder} has pages but no lesson.json.`);
  return JSON.parse(readFileSync(file, "utf8")) as LessonFacts;
}

/** Gives the lessons that have a guide, in order. Throws when a page is there in one language only. */
export function readLessons(): LessonBrief[] {
  return readdirSync(lessonsDir)
    .filter((folder) => parseFolder(folder) && hasPage(folder, "guide"))
    .toSorted()
    .map(brief);
}

function brief(folder: string): LessonBrief {
  const { id, number } = parseFolder(folder)!;
  const facts = readFacts(folder);
  const words = byLocale(
    (locale) => readPage(path.join(lessonsDir, folder, `guide.${locale}.mdx`)).words,
  );
  return {
    id,
    folder,
    number,
    minutes: facts.minutes,
    needs: facts.needs ?? [],
    tasks: facts.tasks.map((task) => ({
      id: task.id,
      minutes: task.minutes,
      title: byLocale((locale) => words[locale].tasks?.[task.id]?.title ?? task.id),
    })),
    title: byLocale((locale) => words[locale].title),
    summary: byLocale((locale) => words[locale].summary),
    has: {
      guide: true,
      solution: hasPage(folder, "solution"),
      teach: hasPage(folder, "teach"),
    },
  };
}

function hasPage(folder: string, kind: PageKind): boolean {
  const [there, missing] = [true, false].map((wanted) =>
    locales.filter(
      (locale) => existsSync(path.join(lessonsDir, folder, `${kind}.${locale}.mdx`)) === wanted,
    ),
  ) as [Locale[], Locale[]];
  if (there.length > 0 && missing.length > 0) {
    throw new Error(
      `lessons/${folder}/${kind}.${missing[0]}.mdx is missing; ${kind}.${there[0]}.mdx is there.`,
    );
  }
  return there.length > 0;
}

function byLocale<T>(give: (locale: Locale) => T): Record<Locale, T> {
  return { en: give("en"), "zh-TW": give("zh-TW") };
}
