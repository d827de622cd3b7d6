import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "vitest";
import { loadWords } from "../course/src/find-words.ts";
import { layersOf, lessonNames, readLesson } from "../course/src/lesson.ts";
import { runChecks } from "../course/src/run-checks.ts";
import { buildTarget } from "./harness/target.ts";
import { formatFor, LANGUAGES } from "./harness/words.ts";

const files = lessonNames()
  .map(readLesson)
  .flatMap((lesson) =>
    lesson.files.filter((file) => file.endsWith(".ts")).map((file) => ({ lesson, file })),
  );

/** What most often ails a program while somebody works on it; whichever lesson it is, the report must say it, and at once. */
describe("a file that throws when it is loaded is named with its message, not with what follows from it", () => {
  test.concurrent.for(files)("$lesson.name $file", async ({ lesson, file }, { expect }) => {
    const folders = layersOf(lesson, "solution");
    const target = await buildTarget({ lesson: lesson.folder, folders });
    try {
      const path = join(target.folder, file);
      await writeFile(path, `throw new Error("the kettle is missing");\n${await readFile(path)}`);
      const tasks = await runChecks({
        lesson,
        folder: target.folder,
        tasks: lesson.tasks.map(({ id }) => id),
      });
      const failed = tasks.flatMap(({ checks }) => checks).find((one) => one.verdict !== "pass")!;
      const words = await loadWords(lesson);
      for (const language of LANGUAGES) {
        const { id, data } = failed.finding!;
        const { seen } = words(id, data, language, formatFor(language));
        expect({ verdict: failed.verdict, seen }).toEqual({
          verdict: "crashed",
          seen: expect.stringContaining("the kettle is missing"),
        });
      }
    } finally {
      await target.remove();
    }
  });
});
