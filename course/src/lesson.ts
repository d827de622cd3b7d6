import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join, relative } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { LANGUAGES, type Language } from "../../test/harness/words.ts";

/** The folder that holds the course. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

const LessonFacts = z.strictObject({
  minutes: z.int().positive(),
  files: z.array(z.string()).min(1),
  needs: z.array(z.enum(["nginx", "redis"])),
  run: z.strictObject({
    env: z.record(z.string(), z.string()),
    try: z.array(z.string()),
    /** A port that the program's own files name, so that no other can be taken. */
    port: z.int().positive().optional(),
    /** A program of the course that runs the learner's in place of its start script, given relative to the course's folder. */
    with: z.string().optional(),
  }),
  tasks: z
    .array(
      z.strictObject({
        id,
        minutes: z.int().positive(),
        section: id,
        checks: z.array(id).min(2).max(4),
        byHand: z.array(z.string()).min(1),
      }),
    )
    .min(5)
    .max(7),
});

const GuideWords = z.object({
  title: z.string(),
  summary: z.string(),
  tasks: z.record(
    id,
    z.strictObject({ title: z.string(), ask: z.string(), hints: z.array(z.string()).length(3) }),
  ),
});

export type LessonWords = z.infer<typeof GuideWords>;
export type LessonTask = z.infer<typeof LessonFacts>["tasks"][number];

/** All facts of a lesson, and its words in both languages. */
export interface Lesson extends z.infer<typeof LessonFacts> {
  /** "crash-restart" */
  id: string;
  /** "03-crash-restart" */
  name: string;
  /** The absolute path of lessons/03-crash-restart. */
  folder: string;
  words: Record<Language, LessonWords>;
}

/** The folder names of all lessons, in order. */
export function lessonNames(): string[] {
  return readdirSync(join(ROOT, "lessons"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^\d\d-/.test(entry.name))
    .map((entry) => entry.name)
    .sort();
}

/**
 * Reads one lesson by its folder name.
 * @throws Error with the file and the place in it, when lesson.json or a guide's front matter is not as it should be.
 */
export function readLesson(name: string): Lesson {
  const folder = join(ROOT, "lessons", name);
  const facts = parseWith(
    LessonFacts,
    JSON.parse(read(join(folder, "lesson.json"))),
    `${name}/lesson.json`,
  );
  const words = Object.fromEntries(
    LANGUAGES.map((language) => {
      const file = `guide.${language}.mdx`;
      return [language, parseWith(GuideWords, frontMatter(join(folder, file)), `${name}/${file}`)];
    }),
  ) as Record<Language, LessonWords>;
  return { ...facts, id: name.slice(3), name, folder, words };
}

/** Where the learner's own copy of a lesson's starter lies. */
export function workFolder(lesson: Lesson): string {
  return join(lesson.folder, "work");
}

/** A path as it is shown to the learner: relative to the course's folder. */
export function shown(path: string): string {
  return relative(ROOT, path) || ".";
}

/** The folders that make up "starter", "solution", "alternatives/<slug>" or "mistakes/<slug>", lowest first. */
export function layersOf(lesson: Lesson, target: string): string[] {
  if (target === "starter") return [join(lesson.folder, "starter")];
  const solution = join(ROOT, "solutions", lesson.name);
  if (target === "solution") return [solution];
  return [solution, join(ROOT, "test", "lessons", lesson.name, target)];
}

function frontMatter(path: string): unknown {
  const match = /^---\r?\n([\s\S]*?)\r?\n---/.exec(read(path));
  if (!match) throw new Error(`${path} has no front matter`);
  return parse(match[1]!);
}

function read(path: string): string {
  if (!existsSync(path)) throw new Error(`${path} is missing`);
  return readFileSync(path, "utf8");
}

function parseWith<T>(schema: z.ZodType<T>, value: unknown, where: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Error(`${where}: ${z.prettifyError(result.error)}`);
}
