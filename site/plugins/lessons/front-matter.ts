import { existsSync, readFileSync } from "node:fs";
import { parse } from "yaml";

export type TaskWords = { title: string; ask: string; hints: string[] };
export type FrontMatter = { title: string; summary: string; tasks?: Record<string, TaskWords> };

/**
 * Takes the path of an MDX file, gives its front matter and its body.
 * Throws when there is no such file, no front matter, no title or no summary.
 */
export function readPage(file: string): { words: FrontMatter; body: string } {
  if (!existsSync(file)) throw new Error(`${file} is missing.`);
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(readFileSync(file, "utf8"));
  if (!match) throw new Error(`${file} has no front matter.`);
  const words = parse(match[1] ?? "") as FrontMatter | null;
  if (!words?.title || !words.summary) {
    throw new Error(`${file} needs a title and a summary in its front matter.`);
  }
  return { words, body: match[2] ?? "" };
}
