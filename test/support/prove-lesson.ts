import { describe, expect, test } from "vitest";
import { lessonNames, readLesson } from "../../course/src/lesson.ts";
import { proveVariant, variantsOf } from "../../course/src/prove.ts";

/** Registers a test for each variant of the lesson with this number: it must get what it deserves. */
export function proveLesson(number: string): void {
  const name = lessonNames().find((one) => one.startsWith(`${number}-`))!;
  const lesson = readLesson(name);
  describe(name, () => {
    test.concurrent.each(variantsOf(lesson))(
      "$kind $slug gets what it deserves",
      async (variant) => {
        expect(await proveVariant(lesson, variant, { quick: true })).toBeUndefined();
      },
    );
  });
}
