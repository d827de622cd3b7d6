import type { Data } from "./finding.ts";

export const LANGUAGES = ["en", "zh-TW"] as const;
export type Language = (typeof LANGUAGES)[number];

/** What a report says about one finding. Whole sentences. */
export interface FindingWords {
  /** What a right program does. */
  expected: string;
  /** What was seen instead. */
  seen: string;
  /** What it most likely means; only where the cause was recognised. */
  means?: string;
}

/**
 * Puts values into a sentence. Values that differ from run to run go through it, so that a recorded report can
 * show `<pid>` in their place.
 */
export interface Format {
  pid(value: unknown): string;
  pids(values: unknown): string;
  port(value: unknown): string;
  /** A duration in ms, shown in seconds from 1 s on. */
  ms(value: unknown): string;
  /** A number that varies from run to run. */
  count(value: unknown): string;
  /** A list of things, joined as the language does. */
  list(values: unknown): string;
  /** A text that varies from run to run, such as a message of the system. */
  text(value: unknown): string;
}

export type Say = (data: Data & Record<string, any>, format: Format) => FindingWords;
export type FindingsFile = Record<string, Record<Language, Say>>;

/** Keeps the ids of a lesson's findings as literal types, and makes sure that both languages are there. */
export function findings<const File extends FindingsFile>(file: File): File {
  return file;
}

const SEPARATOR: Record<Language, string> = { en: ", ", "zh-TW": "、" };

/** Formats values for a reader. */
export function formatFor(language: Language): Format {
  const list = (values: unknown) => [values].flat().join(SEPARATOR[language]);
  return {
    pid: String,
    pids: list,
    port: String,
    ms: (ms) => duration(Number(ms), language),
    count: String,
    list,
    text: String,
  };
}

/** Formats values for a recorded report: what varies becomes a name in angle brackets. */
export function formatForRecord(language: Language): Format {
  const name = (text: string) => () => `<${text}>`;
  return {
    ...formatFor(language),
    pid: name("pid"),
    pids: name("pids"),
    port: name("port"),
    ms: name("time"),
    count: name("count"),
    text: name("text"),
  };
}

function duration(ms: number, language: Language): string {
  if (ms < 1000) return language === "en" ? `${Math.round(ms)} ms` : `${Math.round(ms)} 毫秒`;
  const seconds = Number((ms / 1000).toFixed(1));
  return language === "en" ? `${seconds} s` : `${seconds} 秒`;
}
