import { describe, expect, test } from "vitest";
import { readLesson } from "../../course/src/lesson.ts";
import { proveVariant, variantsOf } from "../../course/src/prove.ts";

/** Registers a test for each variant of these lessons: it must get what it deserves. */
export function proveLessons(names: string[]): void {
  describe.each(names)("%s", (name) => {
    const lesson = readLesson(name);
    test.concurrent.each(variantsOf(lesson))(
      "$kind $slug gets what it deserves",
      async (variant) => {
        expect(await proveVariant(lesson, variant, { quick: true })).toBeUndefined();
      },
    );
  });
}
