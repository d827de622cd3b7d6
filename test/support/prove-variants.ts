import { expect, test } from "vitest";
import { lessonNames, readLesson } from "../../course/src/lesson.ts";
import { shuffled } from "../../course/src/load/shuffle.ts";
import { proveVariant, variantsOf, type Variant } from "../../course/src/prove.ts";

/** Any seed would do: an order in which lessons are mixed, so that those which wait run beside those which compute. */
const SEED = 3;

/** Registers a test for each variant of all lessons that is to be proved: it must get what it deserves. */
export function proveVariants(which: (variant: Variant) => boolean): void {
  const all = lessonNames().flatMap((name) => {
    const lesson = readLesson(name);
    return variantsOf(lesson)
      .filter(which)
      .map((variant) => ({ name: `${name} ${variant.kind} ${variant.slug}`, lesson, variant }));
  });
  test.concurrent.each(shuffled(SEED)(all))(
    "$name gets what it deserves",
    async ({ lesson, variant }) => {
      expect(await proveVariant(lesson, variant, { quick: true })).toBeUndefined();
    },
  );
}
