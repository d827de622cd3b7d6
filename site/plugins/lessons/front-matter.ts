import { existsSync, readFileSync } from "node:fs";
import { parse } from "yaml";

export type TaskWords = { title: string; ask: string; hints: string[] };
export type FrontMatter = { title: string; summary: string; tasks?: Record<string, TaskWords> };

/** A build asks for the same front matter once for each task and language. */
const parsed = new Map<string, FrontMatter | null>();

/**
 * Takes the path of an MDX file, gives its front matter, and its body behind as many empty lines as
 * the front matter had, so that lines keep their numbers.
 * Throws when there is no such file, no front matter, no title or no summary.
 */
export function readPage(file: string): { words: FrontMatter; body: string } {
  if (!existsSync(file)) throw new Error(`${file} is missing.`);
  const text = readFileSync(file, "utf8");
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text);
  if (!match) throw new Error(`${file} has no front matter.`);
  const words = parseOnce(match[1] ?? "");
  if (!words?.title || !words.summary) {
    throw new Error(`${file} needs a title and a summary in its front matter.`);
  }
  const body = match[2] ?? "";
  const above = text.slice(0, text.length - body.length).replaceAll(/[^\n]/g, "");
  return { words, body: above + body };
}

function parseOnce(yaml: string): FrontMatter | null {
  if (!parsed.has(yaml)) parsed.set(yaml, parse(yaml) as FrontMatter | null);
  return parsed.get(yaml)!;
}
