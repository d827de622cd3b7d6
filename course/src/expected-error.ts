import type { Language } from "../../test/harness/words.ts";

/** Exit codes of every command; CONTRIBUTING.md lists them for users of `--json`. */
export const EXIT = { ok: 0, failed: 1, usage: 2, notChecked: 3 } as const;

/** Something a user can put right: told in one sentence, without a stack trace. Anything else is a bug of ours. */
export class ExpectedError extends Error {
  override name = "ExpectedError";
  readonly words: Record<Language, string>;
  readonly exitCode: number;

  constructor(words: Record<Language, string>, exitCode: number = EXIT.usage) {
    super(words.en);
    this.words = words;
    this.exitCode = exitCode;
  }
}
