import { join } from "node:path";
import { pathToFileURL } from "node:url";
import common from "../../test/harness/findings.ts";
import type { Data } from "../../test/harness/finding.ts";
import type { FindingsFile, FindingWords, Format, Language } from "../../test/harness/words.ts";
import { ROOT, type Lesson } from "./lesson.ts";

/** Gives the words of any finding of a lesson. */
export type FindWords = (
  id: string,
  data: Data,
  language: Language,
  format: Format,
) => FindingWords;

/**
 * Loads a lesson's findings file; findings that all lessons share are looked up in the harness's.
 * @returns a function that throws when a finding has no words (a test sees to it that each has).
 */
export async function loadWords(lesson: Lesson): Promise<FindWords> {
  const path = join(ROOT, "test", "lessons", lesson.name, "findings.ts");
  const file = (await import(pathToFileURL(path).href)) as { default: FindingsFile };
  const findings: FindingsFile = { ...common, ...file.default };
  // Where nginx answers, it may be in its own files that nothing does.
  const byNode = !lesson.needs.includes("nginx");
  return (id, data, language, format) => {
    const say = findings[id];
    if (!say) throw new Error(`the finding "${id}" has no words in ${path}`);
    const words = say[language](data, format);
    if (words.means || data["kind"] !== "late" || !byNode) return words;
    // What no finding of the lesson knows better: a request without an answer.
    return { ...words, means: common.late[language]().means };
  };
}
