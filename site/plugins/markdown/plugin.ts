import { existsSync } from "node:fs";
import path from "node:path";
import { readPage } from "../lessons/front-matter.ts";
import { otherLocale, pagePath, placeOf, type Place } from "../lessons/place.ts";
import type { Node } from "./ast.ts";
import { fillFences } from "./fences.ts";
import { loadFigures } from "./figures.ts";
import { parseMdx } from "./parse.ts";
import { splitQuestions } from "./questions.ts";
import { fillTasks } from "./tasks.ts";
import { explainTerms } from "./terms.ts";
import { pairTwins } from "./twins.ts";

/**
 * The remark plugin of lesson pages: everything a guide may say beyond plain Markdown.
 * Throws one sentence, with the name of the page, for whatever is wrong in the page.
 */
export function lessonMarkdown(): (tree: Node, file: { path: string }) => void {
  return (tree, file) => {
    const place = placeOf(file.path);
    if (!place) return;
    try {
      transform(tree, place);
    } catch (error) {
      const page = path.relative(place.root, file.path);
      throw new Error(`${page}: ${(error as Error).message}`, { cause: error });
    }
  };
}

function transform(tree: Node, place: Place): void {
  const other = otherLocale(place.locale);
  const twin = readTwin(pagePath(place, other));
  splitQuestions(tree);
  splitQuestions(twin);
  explainTerms(tree, place.locale);
  explainTerms(twin, other);
  pairTwins(tree, twin, other);
  fillTasks(tree, place);
  fillFences(tree, place);
  loadFigures(tree, place);
}

function readTwin(file: string): Node {
  if (!existsSync(file)) throw new Error(`its twin ${path.basename(file)} is missing.`);
  return parseMdx(readPage(file).body);
}
