import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildTarget } from "../../test/harness/target.ts";
import { LANGUAGES } from "../../test/harness/words.ts";
import { loadWords } from "./find-words.ts";
import { ROOT, type Lesson } from "./lesson.ts";
import { firstUnsolved, report } from "./report.ts";
import { runChecks } from "./run-checks.ts";

/** A program that stands in the learner's place, and what the checks must say of it. */
export interface Variant {
  kind: "starter" | "solution" | "alternative" | "mistake";
  slug: string;
  folders: string[];
  /** Where the report that it must get is recorded; absent when it must pass. */
  reportFile?: string;
  /** For a mistake: where it must be caught, and as what. */
  must?: { task: string; check: string; finding: string };
}

/** Every variant of a lesson. Mistakes and alternatives are layers over the solution. */
export function variantsOf(lesson: Lesson): Variant[] {
  const tests = join(ROOT, "test", "lessons", lesson.name);
  const solution = join(ROOT, "solutions", lesson.name);
  const alternatives = slugs(join(tests, "alternatives")).map(
    (slug): Variant => ({ kind: "alternative", slug, folders: [solution, join(tests, "alternatives", slug)] }),
  );
  const mistakes = slugs(join(tests, "mistakes")).map((slug): Variant => {
    const folder = join(tests, "mistakes", slug);
    return {
      kind: "mistake",
      slug,
      folders: [solution, folder],
      reportFile: `${folder}.report.txt`,
      must: JSON.parse(readFileSync(join(folder, "mistake.json"), "utf8")),
    };
  });
  return [
    { kind: "starter", slug: "starter", folders: [join(lesson.folder, "starter")], reportFile: join(tests, "starter.report.txt") },
    { kind: "solution", slug: "solution", folders: [solution] },
    ...alternatives,
    ...mistakes,
  ];
}

/**
 * Runs the checks against a variant and compares with what must come out.
 * @param update records the report instead of comparing it.
 * @returns what is not as it must be, in a sentence, or undefined when all is well.
 */
export async function proveVariant(lesson: Lesson, variant: Variant, update = false): Promise<string | undefined> {
  const target = await buildTarget({ lesson: lesson.folder, folders: variant.folders });
  try {
    const results = await runChecks({ lesson, folder: target.folder, ...upTo(lesson, variant.must?.task) });
    const unsolved = firstUnsolved(results);
    const failed = unsolved?.checks.find(({ verdict }) => verdict !== "pass");
    const got = failed ? `${failed.task} › ${failed.check}: ${failed.verdict}, ${failed.finding?.id}` : "pass";
    if (!variant.reportFile) return failed && `must pass, but got ${got} ${JSON.stringify(failed)}`;
    if (!failed) return "must fail, but passes";
    const { must } = variant;
    if (must && (must.task !== failed.task || must.check !== failed.check || must.finding !== failed.finding?.id)) {
      return `must get ${must.task} › ${must.check}: ${must.finding}, but got ${got} ${JSON.stringify(failed)}`;
    }
    const find = await loadWords(lesson);
    const text = LANGUAGES.map((language) => report(lesson, results, { language, find, record: true })).join("\n");
    return compareRecord(variant.reportFile, plain(text), update);
  } finally {
    await target.remove();
  }
}

/** A mistake is proved by the task that must catch it and all tasks before; what comes after says nothing about it. */
function upTo(lesson: Lesson, task: string | undefined): { tasks?: string[] } {
  const ids = lesson.tasks.map(({ id }) => id);
  return task ? { tasks: ids.slice(0, ids.indexOf(task) + 1) } : {};
}

function compareRecord(file: string, text: string, update: boolean): string | undefined {
  const recorded = existsSync(file) ? readFileSync(file, "utf8") : "";
  if (recorded === text) return undefined;
  if (!update) return `the report differs from ${file}:\n${text}`;
  writeFileSync(file, text);
  return undefined;
}

/** Without colours, which picocolors adds where it believes to be on a terminal. */
function plain(text: string): string {
  return text.replaceAll(/\u001b\[\d+m/g, "");
}

function slugs(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
}
