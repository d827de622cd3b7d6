import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { lessonNames, readLesson } from "../course/src/lesson.ts";
import { isFresh, MADE_FROM, record, recordingsOf } from "../course/src/record.ts";

describe.each(lessonNames())("%s", async (name) => {
  const lesson = readLesson(name);
  const names = Object.keys(await recordingsOf(lesson));

  test.concurrent.each(names)(
    "the recording %s is what the program prints today",
    async (recording) => {
      // Made from the same files: `course record --check` makes it again all the same, and CI does so.
      if (await isFresh(lesson, recording)) return;
      const make = () => record(lesson, recording, { update: false });
      // A busy machine may have been slower than what is typed allows for.
      expect((await make()) && (await make())).toBeUndefined();
    },
  );

  test("every recorded file has a plan", () => {
    const folder = join(lesson.folder, "recordings");
    const files = existsSync(folder)
      ? readdirSync(folder).filter((file) => file !== MADE_FROM)
      : [];
    expect(
      files.filter((file) => !names.includes(file.replace(/\.txt$|\.trace\.json$/, ""))),
    ).toEqual([]);
  });
});
