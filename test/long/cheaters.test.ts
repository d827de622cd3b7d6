import { expect, test } from "vitest";
import { layersOf } from "../../course/src/lesson.ts";
import { firstFailed } from "../../course/src/report.ts";
import { runChecks } from "../../course/src/run-checks.ts";
import { buildTarget } from "../harness/target.ts";
import { readCheaters } from "../support/cheaters.ts";

test.concurrent.for(readCheaters())("$slug", async ({ lesson, folder, gets }) => {
  const folders = [...layersOf(lesson, "solution"), folder];
  const target = await buildTarget({ lesson: lesson.folder, folders });
  try {
    const results = await runChecks({ lesson, folder: target.folder });
    const failed = firstFailed(results);
    const got = failed && {
      task: failed.task,
      check: failed.check,
      finding: failed.finding?.id,
    };
    expect(got ?? null).toEqual(gets);
  } finally {
    await target.remove();
  }
});
