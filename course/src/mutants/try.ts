import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buildTarget } from "../../../test/harness/target.ts";
import { layersOf, type Lesson } from "../lesson.ts";
import { firstUnsolved } from "../report.ts";
import { runChecks } from "../run-checks.ts";
import type { Mutant } from "./mutant.ts";

/** What the checks made of a mutant. */
export type Outcome = "caught" | "let-pass" | "not-checked";

/**
 * Runs a lesson's checks against its solution with one file changed.
 * @param change none for the solution as it is.
 * @returns "caught" when each of so many runs catches it. The first one that does not decides: a mutant that is caught now and
 * then gets past the checks, too.
 */
export async function tryMutant(
  lesson: Lesson,
  change: Mutant | undefined,
  times: number,
): Promise<Outcome> {
  const target = await buildTarget({
    lesson: lesson.folder,
    folders: layersOf(lesson, "solution"),
  });
  try {
    if (change) await writeFile(join(target.folder, change.file), change.text);
    for (let i = 0; i < times; i++) {
      const failed = firstUnsolved(await runChecks({ lesson, folder: target.folder }));
      if (!failed) return "let-pass";
      if (failed.verdict === "not-checked") return "not-checked";
    }
    return "caught";
  } finally {
    await target.remove();
  }
}
