import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Language } from "./language.ts";
import { ROOT, type Lesson } from "./lesson.ts";

/** A guide's file, relative to the course's folder. */
export function guideFile(lesson: Lesson, language: Language): string {
  return relative(ROOT, join(lesson.folder, `guide.${language}.mdx`)).replaceAll("\\", "/");
}

/**
 * The heading with an explicit id: an MDX comment behind it that holds `#id`.
 * @returns its text, or the id itself when the guide has no such heading (a test sees to it that it has).
 */
export function sectionTitle(lesson: Lesson, language: Language, id: string): string {
  const text = readFileSync(join(lesson.folder, `guide.${language}.mdx`), "utf8");
  return new RegExp(`^#+ (.*?) \\{/\\* #${id} \\*/\\}`, "m").exec(text)?.[1] ?? id;
}
