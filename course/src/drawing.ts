import pc from "picocolors";
import stringWidth from "string-width";
import type { Bar } from "../../test/harness/demo.ts";

const WIDEST_BAR = 40;
const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
const TONES = { good: pc.green, bad: pc.red };

/** A table with its columns aligned; a column of numbers stands at the right. Han characters take two columns. */
export function drawTable(head: string[], rows: string[][]): string[] {
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...all.map((row) => stringWidth(row[i] ?? ""))));
  const numeric = head.map((_, i) => rows.every((row) => /^-?[\d.,]+$/.test(row[i] ?? "")));
  const line = (row: string[]) =>
    widths
      .map((width, i) => pad(row[i] ?? "", width, numeric[i]!))
      .join("   ")
      .trimEnd();
  return [pc.bold(line(head)), pc.dim(widths.map((width) => "─".repeat(width)).join("───"))].concat(
    rows.map(line),
  );
}

/** One bar a line, to a common scale, with its text behind it. */
export function drawBars(bars: (Bar & { label: string; text: string })[], width: number): string[] {
  const label = Math.max(...bars.map((bar) => stringWidth(bar.label)));
  const text = Math.max(...bars.map((bar) => stringWidth(bar.text)));
  const room = Math.max(8, Math.min(WIDEST_BAR, width - label - text - 4));
  const most = Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE);
  return bars.map((bar) => {
    const paint = bar.tone ? TONES[bar.tone] : String;
    const drawn = blocks((bar.value / most) * room);
    return `${pad(bar.label, label, false)}  ${paint(drawn)}${drawn ? " " : ""}${bar.text}`;
  });
}

function blocks(length: number): string {
  const eighths = Math.round(Math.max(0, length) * 8);
  return "█".repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8]!;
}

function pad(text: string, width: number, right: boolean): string {
  const space = " ".repeat(Math.max(0, width - stringWidth(text)));
  return right ? space + text : text + space;
}
