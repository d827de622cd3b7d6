import { stripVTControlCharacters } from "node:util";

/** The control characters (tab and line feed are none here), and those that turn the direction of a text or can't be seen. */
const UNSEEN = /[^\P{Cc}\t\n]|[\u200B\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/gu;

/**
 * A text that came from a program, made fit for a terminal: what would colour it, clear it, write over a verdict or name the
 * window is taken out or shown as an escape, and a text of more than `most` characters is cut.
 */
export function printable(text: string, most: number): string {
  const cut = text.length > most ? `${text.slice(0, most).toWellFormed()}…` : text;
  return stripVTControlCharacters(cut).replace(UNSEEN, (character) => {
    const code = character.codePointAt(0)!.toString(16);
    return code.length > 2 ? `\\u${code}` : `\\x${code.padStart(2, "0")}`;
  });
}
