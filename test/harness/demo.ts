import type { Program, ProgramOptions } from "./program.ts";
import type { Language } from "./words.ts";

/** A sentence, or a label, in both languages. */
export type Both = Record<Language, string>;
/** What may stand in a table or beside a bar. */
export type Cell = string | number | Both;

export interface Bar {
  label: Cell;
  value: number;
  /** Stands behind the bar in place of the bare value. */
  text?: Cell;
  /** How the bar is painted; a reader without colours has the text. */
  tone?: "good" | "bad";
}

/** What a demonstration is given: programs to start, and ways to show what came of it. */
export interface Stage {
  readonly language: Language;
  pick(words: Both): string;
  /** A sentence, wrapped to the terminal. */
  say(words: Both): void;
  table(head: Cell[], rows: Cell[][]): void;
  bars(bars: Bar[]): void;
  /** The folder of a target, laid out with its packages: "starter", "solution", "alternatives/<slug>", "mistakes/<slug>". */
  folder(target: string): Promise<string>;
  /** Starts a target's program (its start script unless `command` is given); ended after the demonstration. */
  start(target: string, options?: Omit<Partial<ProgramOptions>, "folder">): Promise<Program>;
  /** Registers the end of anything else that the demonstration began. */
  onEnd(end: () => unknown): void;
}

/** The default export of test/lessons/NN-name/demo.ts. */
export interface Demo {
  title: Both;
  run(stage: Stage): Promise<void>;
}
