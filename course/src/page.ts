import pc from "picocolors";
import stringWidth from "string-width";
import type { Language } from "./language.ts";
import { wrap } from "./wrap.ts";

export type Colour = (text: string) => string;

/** Columns of a report's left side, where the names of its fields stand. */
const NAME_WIDTH: Record<Language, number> = { en: 11, "zh-TW": 11 };

/** A line that stands out. */
export function heading(text: string): string {
  return pc.bold(text);
}

/**
 * A named field of a report: the name at the left, the text wrapped beside it. A text that comes as a list keeps its lines;
 * those that are too long are not broken, so that commands can be copied.
 */
export function field(
  name: string,
  text: string | string[],
  {
    width,
    language,
    paint = String,
  }: { width: number; language: Language; paint?: Colour | undefined },
): string[] {
  const indent = NAME_WIDTH[language];
  const lines = Array.isArray(text) ? text : wrap(text, Math.min(width, 92) - indent - 2);
  return lines.map((line, i) => {
    const shown = i === 0 ? name : "";
    const gap = " ".repeat(Math.max(1, indent - stringWidth(shown)));
    return `  ${pc.dim(shown)}${gap}${paint(line)}`;
  });
}
