import { expect, test } from "vitest";
import { lessonNames, readLesson } from "../../course/src/lesson.ts";
import { shuffled } from "../../course/src/load/shuffle.ts";
import { provableHere, proveVariant, variantsOf, type Variant } from "../../course/src/prove.ts";

/** Any seed would do: an order in which lessons are mixed, so that those which wait run beside those which compute. */
const SEED = 3;

/**
 * Registers a test for each variant of all lessons that is to be proved and can be here: it must get what it deserves.
 * To be awaited at the top of a test file.
 */
export async function proveVariants(which: (variant: Variant) => boolean): Promise<void> {
  const all = lessonNames().flatMap((name) => {
    const lesson = readLesson(name);
    return variantsOf(lesson)
      .filter(which)
      .map((variant) => ({ name: `${name} ${variant.kind} ${variant.slug}`, lesson, variant }));
  });
  test.concurrent.each(shuffled(SEED)(await provableHere(all)))(
    "$name gets what it deserves",
    async ({ lesson, variant }) => {
      expect(await proveVariant(lesson, variant, { quick: true })).toBeUndefined();
    },
  );
}
