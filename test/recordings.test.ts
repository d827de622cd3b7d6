import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { lessonNames, readLesson } from "../course/src/lesson.ts";
import { record, recordingsOf } from "../course/src/record.ts";

describe.each(lessonNames())("%s", async (name) => {
  const lesson = readLesson(name);
  const names = Object.keys(await recordingsOf(lesson));

  test.concurrent.each(names)(
    "the recording %s is what the program prints today",
    async (recording) => {
      expect(await record(lesson, recording, { update: false })).toBeUndefined();
    },
  );

  test("every recorded file has a plan", () => {
    const folder = join(lesson.folder, "recordings");
    const files = existsSync(folder) ? readdirSync(folder) : [];
    expect(
      files.filter((file) => !names.includes(file.replace(/\.txt$|\.trace\.json$/, ""))),
    ).toEqual([]);
  });
});
