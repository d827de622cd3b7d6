import pc from "picocolors";
import type { Voice } from "../console.ts";
import { ExpectedError } from "../expected-error.ts";
import { inParallel } from "../in-parallel.ts";
import type { Lesson } from "../lesson.ts";
import { recordProof } from "../proof.ts";
import { mutants as words } from "../words/mutants.ts";
import { equivalentsOf, means, mutantsOfSolution, staleEquivalents } from "./of-solution.ts";
import { linesOf, nameOf, tallyOf, type Tried } from "./tally.ts";
import { tryMutant } from "./try.ts";

export interface MutantOptions {
  jobs: number;
  times: number;
  /** At most so many mutants a lesson, spread over all of them. */
  atMost?: number | undefined;
  /** Only mutants of this file. */
  only?: string | undefined;
  /** Notes the figures for the site's page, when nothing is left out. */
  record?: boolean | undefined;
}

const MARKS = { caught: "✓", "let-pass": "✗", "not-checked": "?" };

/**
 * Tries the mutants of a lesson's solution, and tells which of them all checks let pass.
 * @returns whether every mutant is caught or known to be equivalent.
 * @throws {ExpectedError} when `only` names a file that there are no mutants of.
 */
export async function proveByMutants(
  lesson: Lesson,
  voice: Voice,
  { jobs, times, atMost = Infinity, only, record = false }: MutantOptions,
): Promise<boolean> {
  const all = mutantsOfSolution(lesson);
  const chosen = all.filter(({ file }) => !only || file === only);
  if (only && chosen.length === 0)
    throw new ExpectedError(words.noSuchFile(only, [...new Set(all.map(({ file }) => file))]));
  console.log(pc.bold(lesson.name));
  const stale = staleEquivalents(lesson);
  if (stale.length > 0) {
    voice.say(words.stale(`test/lessons/${lesson.name}/equivalent-mutants.json`));
    for (const { file, kind, before } of stale) console.log(`  ${file}  ${kind}  \`${before}\``);
  }
  // On a machine where the solution fails, everything would count as caught.
  if ((await tryMutant(lesson, undefined, 1)) !== "let-pass") {
    voice.say(words.solutionFails(lesson.name));
    return false;
  }

  const equivalents = equivalentsOf(lesson);
  const todo = spread(chosen, atMost);
  const tried: Tried[] = [];
  await inParallel(jobs, todo, async (mutant) => {
    const started = performance.now();
    const outcome = await tryMutant(lesson, mutant, times);
    tried.push({ mutant, outcome });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const place = `${tried.length}/${todo.length}`;
    const isKnown = equivalents.some((known) => means(known, mutant));
    const mark = isKnown && outcome === "let-pass" ? "=" : MARKS[outcome];
    console.log(`${mark} ${place}  ${nameOf(mutant)}  (${seconds} s)`);
  });
  // As they stand in the files, not as they ended.
  tried.sort((a, b) => todo.indexOf(a.mutant) - todo.indexOf(b.mutant));
  const tally = tallyOf(tried, equivalents);
  console.log(`\n${linesOf(tally, voice).join("\n")}\n`);
  if (record && todo.length === all.length) {
    const { made, caught, letPass, equivalent } = tally.rows.at(-1)!;
    recordProof(({ mutants }) => (mutants[lesson.name] = { made, caught, letPass, equivalent }));
  }
  return tally.ok && stale.length === 0;
}

/** At most so many of a list, evenly from its beginning to its end. */
function spread<T>(list: T[], atMost: number): T[] {
  if (list.length <= atMost) return list;
  return Array.from({ length: atMost }, (_, i) => list[Math.floor((i * list.length) / atMost)]!);
}
