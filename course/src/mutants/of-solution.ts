import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { diffLines } from "diff";
import { z } from "zod";
import { ROOT, type Lesson } from "../lesson.ts";
import { isMutable, KINDS, mutantsOf, type Mutant } from "./mutant.ts";

const Equivalents = z.array(
  z.strictObject({
    file: z.string(),
    kind: z.enum(KINDS),
    before: z.string(),
    /** Only where several mutants of this kind come of the same lines. */
    after: z.string().optional(),
    reason: z.string(),
  }),
);

/** A mutant that is known to be as right as the solution, and why. */
export type Equivalent = z.infer<typeof Equivalents>[number];

/** All mutants of a lesson's solution: of what a learner writes, not of lines that the starter gives. */
export function mutantsOfSolution(lesson: Lesson): Mutant[] {
  const solution = join(ROOT, "solutions", lesson.name);
  return globSync("**/*", { cwd: solution })
    .filter(isMutable)
    .toSorted()
    .flatMap((file) => {
      const text = readFileSync(join(solution, file), "utf8");
      const own = ownLines(join(lesson.folder, "starter", file), text);
      return mutantsOf(file, text).filter(({ line }) => own.has(line));
    });
}

/** The numbers of the lines of a text that a file, if there is one, does not have at this place. */
function ownLines(given: string, text: string): Set<number> {
  const before = existsSync(given) ? readFileSync(given, "utf8") : "";
  const own = new Set<number>();
  let line = 0;
  for (const { added, removed, count } of diffLines(before, text)) {
    if (removed) continue;
    for (let i = 1; added && i <= count; i++) own.add(line + i);
    line += count;
  }
  return own;
}

/**
 * The mutants that a lesson's authors know to be equivalent, from its equivalent-mutants.json.
 * @throws {z.ZodError} when the file is not as it should be.
 */
export function equivalentsOf(lesson: Lesson): Equivalent[] {
  const file = join(ROOT, "test", "lessons", lesson.name, "equivalent-mutants.json");
  return existsSync(file) ? Equivalents.parse(JSON.parse(readFileSync(file, "utf8"))) : [];
}

/** Whether an entry of the list means this mutant. */
export function means(known: Equivalent, mutant: Mutant): boolean {
  return (
    known.file === mutant.file &&
    known.kind === mutant.kind &&
    known.before === mutant.before &&
    (known.after === undefined || known.after === mutant.after)
  );
}

/** Entries of a lesson's list that mean no mutant any more. */
export function staleEquivalents(lesson: Lesson): Equivalent[] {
  const mutants = mutantsOfSolution(lesson);
  return equivalentsOf(lesson).filter((known) => !mutants.some((one) => means(known, one)));
}
