import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { buildTarget } from "../../test/harness/target.ts";
import { LANGUAGES } from "../../test/harness/words.ts";
import { ExpectedError } from "./expected-error.ts";
import { loadWords } from "./find-words.ts";
import { appliesHere } from "./only.ts";
import { ROOT, type Lesson } from "./lesson.ts";
import { firstFailed, report } from "./report.ts";
import { runChecks } from "./run-checks.ts";
import { say } from "./words/say.ts";

/** A program that stands in the learner's place, and what the checks must say of it. */
export interface Variant {
  kind: "starter" | "solution" | "alternative" | "mistake";
  slug: string;
  folders: string[];
  /** Where the report that it must get is recorded; absent when it must pass. */
  reportFile?: string;
  /** For a mistake: where it must be caught, and as what. */
  must?: { task: string; check: string; finding: string };
  /** Proved by `pnpm test --long`, not by `pnpm test`; `pnpm prove` proves all. */
  long: boolean;
}

/** Every variant of a lesson. Mistakes and alternatives are layers over the solution. */
export function variantsOf(lesson: Lesson): Variant[] {
  const tests = join(ROOT, "test", "lessons", lesson.name);
  const solution = join(ROOT, "solutions", lesson.name);
  const alternatives = slugs(join(tests, "alternatives")).map((slug): Variant => {
    const folder = join(tests, "alternatives", slug);
    const about = join(folder, "alternative.json");
    const { long = false } = existsSync(about) ? readJson<{ long?: boolean }>(about) : {};
    return { kind: "alternative", slug, folders: [solution, folder], long };
  });
  const mistakes = slugs(join(tests, "mistakes")).map((slug): Variant => {
    const folder = join(tests, "mistakes", slug);
    const about = join(folder, "mistake.json");
    const { long = false, ...must } = readJson<NonNullable<Variant["must"]> & { long?: boolean }>(
      about,
    );
    return {
      kind: "mistake",
      slug,
      folders: [solution, folder],
      reportFile: `${folder}.report.txt`,
      must,
      long,
    };
  });
  return [
    {
      kind: "starter",
      slug: "starter",
      folders: [join(lesson.folder, "starter")],
      reportFile: join(tests, "starter.report.txt"),
      long: false,
    },
    { kind: "solution", slug: "solution", folders: [solution], long: false },
    ...alternatives,
    ...mistakes,
  ];
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, "utf8")) as T;
}

/**
 * The variants of lessons, or with `only` those whose names stand in it, between commas.
 * @throws {ExpectedError} for a name that no variant of these lessons has.
 */
export function chooseVariants(
  lessons: Lesson[],
  only: string | undefined,
): { lesson: Lesson; variant: Variant }[] {
  const all = lessons.flatMap((lesson) =>
    variantsOf(lesson).map((variant) => ({ lesson, variant })),
  );
  if (only === undefined) return all;
  const wanted = only.split(",").map((name) => name.trim());
  const unknown = wanted.find((name) => !all.some(({ variant }) => variant.slug === name));
  if (unknown !== undefined)
    throw new ExpectedError(
      say.noSuchVariant(
        unknown,
        lessons.map(({ name }) => name),
      ),
    );
  return all.filter(({ variant }) => wanted.includes(variant.slug));
}

export interface ProveOptions {
  /** Records the report instead of comparing it. */
  update?: boolean;
  /**
   * Checks a mistake from the first task on, to show that it passes all tasks before the one that must catch it. Otherwise it is
   * checked by that task alone, as `--task` and watch mode do.
   */
  full?: boolean;
  /** Runs, for a mistake, the one check that must catch it: the others don't change its report. For the own suite, which has no time. */
  quick?: boolean;
}

/** Those variants that are what they claim to be on this machine: see only.ts. */
export async function provableHere<T extends { variant: Variant }>(all: T[]): Promise<T[]> {
  const here = await Promise.all(all.map(({ variant }) => appliesHere(variant.folders.at(-1)!)));
  return all.filter((_, i) => here[i]);
}

/**
 * Runs the checks against a variant and compares with what must come out.
 * @returns what is not as it must be, in a sentence, or undefined when all is well.
 */
export async function proveVariant(
  lesson: Lesson,
  variant: Variant,
  { update = false, full = false, quick = false }: ProveOptions = {},
): Promise<string | undefined> {
  const target = await buildTarget({ lesson: lesson.folder, folders: variant.folders });
  const { must } = variant;
  try {
    const tasks = must && !full ? { tasks: [must.task] } : {};
    const check = must && quick ? { check: must.check } : {};
    const results = await runChecks({ lesson, folder: target.folder, ...tasks, ...check });
    const failed = firstFailed(results);
    const got = failed
      ? `${failed.task} › ${failed.check}: ${failed.verdict}, ${failed.finding?.id}`
      : "pass";
    if (!variant.reportFile) return failed && `must pass, but got ${got} ${JSON.stringify(failed)}`;
    if (!failed) return "must fail, but passes";
    if (
      must &&
      (must.task !== failed.task ||
        must.check !== failed.check ||
        must.finding !== failed.finding?.id)
    ) {
      return `must get ${must.task} › ${must.check}: ${must.finding}, but got ${got} ${JSON.stringify(failed)}`;
    }
    if (must && full) return undefined;
    const find = await loadWords(lesson);
    const text = LANGUAGES.map((language) =>
      report(lesson, results, { language, find, record: true }),
    ).join("\n");
    return compareRecord(variant.reportFile, stripVTControlCharacters(text), update);
  } finally {
    await target.remove();
  }
}

function compareRecord(file: string, text: string, update: boolean): string | undefined {
  const recorded = existsSync(file) ? readFileSync(file, "utf8") : "";
  if (recorded === text) return undefined;
  if (!update) return `the report differs from ${file}:\n${text}`;
  writeFileSync(file, text);
  return undefined;
}

function slugs(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
