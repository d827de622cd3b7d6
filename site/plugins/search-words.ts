import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./lessons/place.ts";
import { readLessons } from "./lessons/read.ts";

/**
 * Gives the words for the search index's Chinese segmentation, one a line with its weight.
 * jieba's own dictionary is of simplified Chinese and cuts many words of Taiwan into single
 * characters; so it gets the words that the pages really use, as Unicode's segmenter cuts them.
 */
export function searchWords(): string {
  const segmenter = new Intl.Segmenter("zh-TW", { granularity: "word" });
  const words = new Set(glossaryWords());
  for (const text of texts()) {
    for (const { segment } of segmenter.segment(text)) if (isHan(segment)) words.add(segment);
  }
  return [...words].map((word) => `${word} 100000 n`).join("\n");
}

function texts(): string[] {
  return readLessons().flatMap((lesson) =>
    (["guide", "teach"] as const)
      .filter((kind) => lesson.has[kind])
      .map((kind) => path.join(root, "lessons", lesson.folder, `${kind}.zh-TW.mdx`))
      .map((file) => readFileSync(file, "utf8")),
  );
}

function glossaryWords(): string[] {
  const file = path.join(root, "lessons/glossary.json");
  if (!existsSync(file)) return [];
  const entries = JSON.parse(readFileSync(file, "utf8")) as { "zh-TW": string }[];
  return entries.map((entry) => entry["zh-TW"].replace(/（.*/, "")).filter(isHan);
}

function isHan(word: string): boolean {
  return /^\p{Unified_Ideograph}{2,}$/u.test(word);
}
