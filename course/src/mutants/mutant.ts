import { nginxEdits } from "./nginx.ts";
import { typeScriptEdits } from "./type-script.ts";

/** All kinds of mutants, in the order of the table. */
export const KINDS = [
  "drop-call",
  "drop-setting",
  "drop-option",
  "drop-await",
  "drop-guard",
  "negate-if",
  "swap-and-or",
  "flip-comparison",
  "flip-boolean",
  "change-signal",
  "drop-directive",
  "change-number",
] as const;
export type Kind = (typeof KINDS)[number];

/** One change of a text: what lies between the two places is replaced. */
export interface Edit {
  kind: Kind;
  start: number;
  end: number;
  by: string;
}

/** A file of a solution with one small mistake in it. */
export interface Mutant {
  file: string;
  /** Where the change begins, counted from 1. */
  line: number;
  kind: Kind;
  /** The lines that change, before and after, as one line. */
  before: string;
  after: string;
  /** The whole file, changed. */
  text: string;
}

/** Whether mutants can be made of a file, by its name. */
export function isMutable(file: string): boolean {
  return file.endsWith(".ts") || file.endsWith(".conf");
}

/**
 * All mutants of a file, in the order of its text.
 * @throws {SyntaxError} when it is TypeScript that can't be parsed.
 */
export function mutantsOf(file: string, text: string): Mutant[] {
  const edits = file.endsWith(".ts") ? typeScriptEdits(text) : nginxEdits(text);
  return edits
    .toSorted((a, b) => a.start - b.start)
    .map(({ kind, start, end, by }) => {
      const from = text.lastIndexOf("\n", start - 1) + 1;
      const to = text.indexOf("\n", end) === -1 ? text.length : text.indexOf("\n", end);
      return {
        file,
        line: text.slice(0, start).split("\n").length,
        kind,
        before: inOneLine(text.slice(from, to)),
        after: inOneLine(text.slice(from, start) + by + text.slice(end, to)),
        text: text.slice(0, start) + by + text.slice(end),
      };
    });
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
