import type { Both } from "../words/cli.ts";

/** ok: as the course needs it · warn: it works, with a limit · bad: lessons can't be done until it is put right. */
export type State = "ok" | "warn" | "bad";

/** What one look at the machine has shown. */
export interface Observation {
  state: State;
  /** What was seen. */
  say: Both;
  /** What to do about it. */
  fix?: Both;
}

export interface Entry extends Observation {
  /** Names the look, for `--json`: "node", "port", … */
  id: string;
}

/** What a look may use. */
export interface Examined {
  /** The course's folder. */
  root: string;
  /** A folder for trying things in, inside the course's own; undefined when it couldn't be made. */
  scratch: string | undefined;
}

/** One look at the machine. It cleans up after itself, also when it throws. */
export type Look = (examined: Examined) => Observation | Promise<Observation>;

export const ok = (say: Both): Observation => ({ state: "ok", say });
export const warn = (say: Both, fix?: Both): Observation => ({
  state: "warn",
  say,
  ...(fix && { fix }),
});
export const bad = (say: Both, fix: Both): Observation => ({ state: "bad", say, fix });

/** A sentence that is the same in both languages, such as a command. */
export const same = (text: string): Both => ({ en: text, "zh-TW": text });
