import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test, type ExpectStatic } from "vitest";
import { loadWords } from "../../course/src/find-words.ts";
import { readLesson } from "../../course/src/lesson.ts";
import { runChecks } from "../../course/src/run-checks.ts";
import { buildTarget } from "../harness/target.ts";
import { formatForRecord, LANGUAGES } from "../harness/words.ts";
import type { Hostile } from "../hostile/programs.ts";
import { processesIn } from "./processes-in.ts";

const lesson = readLesson("01-cluster-module");
const words = await loadWords(lesson);

/** Puts the program in a learner's place, checks it, and gives the verdict in the words that the learner reads. */
async function judge(
  { server }: Hostile,
  expect: ExpectStatic,
): Promise<{ verdict: string; finding: string; said: string }> {
  const target = await buildTarget({
    lesson: lesson.folder,
    folders: [join(lesson.folder, "starter")],
  });
  try {
    const file = join(target.folder, "server.ts");
    await (server === null ? rm(file) : writeFile(file, server));
    const [result] = await runChecks({ lesson, folder: target.folder, tasks: ["many-workers"] });
    const failed = result!.checks.find(({ verdict }) => verdict !== "pass")!;
    const { id, data } = failed.finding!;
    const said = LANGUAGES.map((language) => {
      const { seen, means } = words(id, data, language, formatForRecord(language));
      return [seen, ...(means ? [means] : [])].join("\n");
    });
    expect(processesIn(target.folder)).toEqual([]);
    return { verdict: failed.verdict, finding: id, said: said.join("\n") };
  } finally {
    await target.remove();
  }
}

/** Registers a test for each of these programs: it gets its verdict, and the sentences that are recorded in hostile/said. */
export function judgeEach(programs: Hostile[]): void {
  describe("a program in a learner's place that", () => {
    test.concurrent.for(programs)("$name", { timeout: 300_000 }, async (hostile, { expect }) => {
      const { verdict, finding, said } = await judge(hostile, expect);
      expect({ verdict, finding }).toEqual({ verdict: hostile.verdict, finding: hostile.finding });
      const name = hostile.name.replaceAll(/[^a-z0-9]+/gi, "-");
      await expect(`${said}\n`).toMatchFileSnapshot(
        `${import.meta.dirname}/../hostile/said/${name}.txt`,
      );
    });
  });
}
