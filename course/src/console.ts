import type { Ora } from "ora";
import type { Language } from "./language.ts";
import type { Both } from "./words/cli.ts";

/** Where a command says things: the language is chosen once. */
export interface Voice {
  language: Language;
  /** One of the two sentences. */
  pick(words: Both): string;
  /** Prints a sentence for people, on standard output. */
  say(words: Both): void;
  /** Shows progress on a terminal; elsewhere prints nothing. */
  progress(words: Both): Promise<Ora>;
}

/** Makes a voice that speaks one language. */
export function voiceOf(language: Language): Voice {
  const pick = (words: Both) => words[language];
  return {
    language,
    pick,
    say: (words) => console.log(pick(words)),
    async progress(words) {
      // Loaded here, so that commands that show none start faster.
      const { default: ora } = await import("ora");
      return ora({ text: pick(words), isSilent: !process.stderr.isTTY }).start();
    },
  };
}

/** How wide reports may be: the terminal, or 80 columns where there is none. */
export function columns(): number {
  return process.stdout.columns || 80;
}
