import { describe, expect, test } from "vitest";
import { lessonNames, readLesson } from "../course/src/lesson.ts";
import { proveVariant, variantsOf } from "../course/src/prove.ts";

describe.each(lessonNames())("%s", (name) => {
  const lesson = readLesson(name);
  test.concurrent.each(variantsOf(lesson))("$kind $slug gets what it deserves", async (variant) => {
    expect(await proveVariant(lesson, variant, { quick: true })).toBeUndefined();
  });
});
