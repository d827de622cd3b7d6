import { drawTable } from "../drawing.ts";
import type { Voice } from "../console.ts";
import { mutants as words } from "../words/mutants.ts";
import { KINDS, type Kind, type Mutant } from "./mutant.ts";
import { means, type Equivalent } from "./of-solution.ts";
import type { Outcome } from "./try.ts";

/** Below it, too little could be checked to prove anything. */
const LEAST_SCORE = 0.9;
const LONGEST_LINE = 160;

export interface Tried {
  mutant: Mutant;
  outcome: Outcome;
}

interface Row {
  /** Empty for all kinds together. */
  kind: Kind | "";
  made: number;
  caught: number;
  letPass: number;
  equivalent: number;
  notChecked: number;
}

/** What came of the mutants of one lesson. */
export interface Tally {
  rows: Row[];
  /** Let pass, and not known to be equivalent. */
  survivors: Mutant[];
  /** Said to be equivalent, but the checks catch them: the list is wrong, or a check. */
  wronglyListed: Mutant[];
  /** Caught, of those that are not equivalent; what could not be checked lowers it. 1 when there are none. */
  score: number;
  ok: boolean;
}

/** Counts what came of the mutants that were tried, by kind and in all. */
export function tallyOf(tried: Tried[], equivalents: Equivalent[]): Tally {
  const isKnown = (mutant: Mutant) => equivalents.some((known) => means(known, mutant));
  const known = tried.filter(({ mutant }) => isKnown(mutant));
  const others = tried.filter(({ mutant }) => !isKnown(mutant));
  const rowOf = (kind: Kind | ""): Row => {
    const count = (list: Tried[], outcome?: Outcome) =>
      list.filter(
        (one) => (!kind || one.mutant.kind === kind) && (!outcome || one.outcome === outcome),
      ).length;
    return {
      kind,
      made: count(tried),
      caught: count(others, "caught"),
      letPass: count(others, "let-pass"),
      equivalent: count(known),
      notChecked: count(others, "not-checked"),
    };
  };
  const all = rowOf("");
  const survivors = others.filter(({ outcome }) => outcome === "let-pass");
  const wronglyListed = known.filter(({ outcome }) => outcome === "caught");
  const score = others.length === 0 ? 1 : all.caught / others.length;
  return {
    rows: [...KINDS.map(rowOf).filter(({ made }) => made > 0), all],
    survivors: survivors.map(({ mutant }) => mutant),
    wronglyListed: wronglyListed.map(({ mutant }) => mutant),
    score,
    ok: survivors.length === 0 && wronglyListed.length === 0 && score >= LEAST_SCORE,
  };
}

/** The lines that tell of a tally: the table, then what is not as it must be, then the score. */
export function linesOf(tally: Tally, { pick }: Voice): string[] {
  const { survivors, wronglyListed } = tally;
  const heads = [words.made, words.caught, words.letPass, words.equivalent, words.notChecked];
  const table = drawTable(
    [words.kind, ...heads].map(pick),
    tally.rows.map(({ kind, made, caught, letPass, equivalent, notChecked }) => [
      kind || pick(words.all),
      ...[made, caught, letPass, equivalent, notChecked].map(String),
    ]),
  );
  const listed = (heading: string, mutants: Mutant[]) =>
    mutants.length === 0 ? [] : ["", heading, ...mutants.map((one) => `  ${nameOf(one)}`)];
  const all = tally.rows.at(-1)!;
  return [
    ...table,
    ...listed(pick(words.survivors), survivors),
    ...listed(pick(words.wronglyListed), wronglyListed),
    "",
    pick(words.score(Math.floor(tally.score * 100), all.caught, all.made - all.equivalent)),
  ];
}

/** A mutant in one line: where it is, of what kind, and what changed. */
export function nameOf({ file, line, kind, before, after }: Mutant): string {
  return `${file}:${line}  ${kind}  ${cut(before)} → ${cut(after)}`;
}

function cut(text: string): string {
  const quoted = text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text;
  return `\`${quoted}\``;
}
