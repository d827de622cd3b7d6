import pc from "picocolors";
import { formatFor, formatForRecord } from "../../test/harness/words.ts";
import type { FindWords } from "./find-words.ts";
import { guideFile, sectionTitle } from "./guide-section.ts";
import type { Language } from "./language.ts";
import type { Lesson } from "./lesson.ts";
import type { CheckEvent, CheckResult, TaskState } from "./run-checks.ts";
import { wordsOfReport } from "./words/report.ts";
import { field, heading, type Colour } from "./page.ts";
import { printable } from "./printable.ts";

type TaskResult = CheckEvent & { type: "task" };

/** Longer lines of a list, and longer texts, come from a program that prints without end; in characters. */
const LONGEST = { line: 300, text: 1500 };

export interface ReportOptions {
  language: Language;
  find: FindWords;
  /** Columns of the terminal. */
  width?: number;
  /** Hints of the first unsolved task that the learner has seen. */
  hintsSeen?: number;
  /** For recorded reports: no colours, no wrapping, names in place of what varies. */
  record?: boolean;
}

const MARKS: Record<TaskState, { mark: string; colour: Colour }> = {
  pass: { mark: "✓", colour: pc.green },
  wrong: { mark: "✗", colour: pc.red },
  crashed: { mark: "✸", colour: pc.red },
  "timed-out": { mark: "◷", colour: pc.yellow },
  "not-checked": { mark: "○", colour: pc.gray },
  later: { mark: "·", colour: pc.dim },
};

/** The first task that does not pass, if any. */
export function firstUnsolved(results: TaskResult[]): TaskResult | undefined {
  return results.find(({ verdict }) => verdict !== "pass");
}

/** The first check of the first task that does not pass, if any. */
export function firstFailed(results: TaskResult[]): CheckResult | undefined {
  return firstUnsolved(results)?.checks.find(({ verdict }) => verdict !== "pass");
}

/** The report of a run: all tasks with their state, then the first unsolved one in full. */
export function report(lesson: Lesson, results: TaskResult[], options: ReportOptions): string {
  const unsolved = firstUnsolved(results);
  const lines = [...overview(lesson, results, options)];
  if (unsolved) lines.push("", ...inFull(lesson, unsolved, options));
  return `${lines.join("\n")}\n`;
}

function overview(lesson: Lesson, results: TaskResult[], { language }: ReportOptions): string[] {
  const words = wordsOfReport(language);
  const titles = lesson.words[language];
  const rows = results.map(({ task, verdict }) => {
    const { mark, colour } = MARKS[verdict];
    const number = lesson.tasks.findIndex(({ id }) => id === task) + 1;
    return `  ${colour(mark)} ${number} ${titles.tasks[task]!.title} ${colour(`— ${words.states[verdict]}`)}`;
  });
  return [heading(words.lesson(lesson.name.slice(0, 2), titles.title)), "", ...rows];
}

function inFull(
  lesson: Lesson,
  { task, verdict, checks }: TaskResult,
  options: ReportOptions,
): string[] {
  const { language, find, record, width = 80, hintsSeen = 0 } = options;
  const words = wordsOfReport(language);
  const facts = lesson.tasks.find(({ id }) => id === task)!;
  const { title, ask, hints } = lesson.words[language].tasks[task]!;
  const number = lesson.tasks.indexOf(facts) + 1;
  const failed = checks.find((one) => one.verdict !== "pass")!;
  const said = wordsOfFinding(failed, find, language, record);
  const { mark, colour } = MARKS[verdict];
  const nr = lesson.name.slice(0, 2);
  const row = (name: string, text: string | string[], paint?: Colour) =>
    field(name, fit(text), { width: record ? Infinity : width, language, paint });

  return [
    `${heading(words.task(number, title))}  ${colour(`${mark} ${words.states[verdict]}`)}  ${pc.dim(failed.check)}`,
    "",
    ...row(words.asked, ask),
    ...row(words.expected, said.expected),
    ...row(words.seen, said.seen, colour),
    ...(said.means ? row(words.means, said.means) : []),
    ...(verdict === "not-checked" ? row("", words.notCheckedNote) : []),
    ...(record ? [] : outputRows(failed, row, words)),
    "",
    ...row(
      words.read,
      words.section(sectionTitle(lesson, language, facts.section), guideFile(lesson, language)),
    ),
    ...row(words.byHand, [`npx pnpm course run ${nr}`, ...facts.byHand.map((line) => `$ ${line}`)]),
    ...row(words.hint, words.hintCommand(`npx pnpm course hint ${nr}`, hintsSeen, hints.length)),
  ];
}

function fit(text: string | string[]): string | string[] {
  if (typeof text === "string") return printable(text, LONGEST.text);
  return text.map((line) => printable(line, LONGEST.line));
}

function wordsOfFinding(failed: CheckResult, find: FindWords, language: Language, record = false) {
  const { id, data } = failed.finding!;
  return find(id, data, language, record ? formatForRecord(language) : formatFor(language));
}

function outputRows(
  { output = [], left = [] }: CheckResult,
  row: (name: string, text: string[], paint?: Colour) => string[],
  words: ReturnType<typeof wordsOfReport>,
): string[] {
  return [
    ...(output.length > 0
      ? row(
          words.output,
          output.map((line) => `│ ${line}`),
          pc.dim,
        )
      : []),
    ...(left.length > 0 ? row(words.left, left, pc.yellow) : []),
  ];
}
