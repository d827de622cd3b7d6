import { existsSync } from "node:fs";
import path from "node:path";
import { readPage } from "../lessons/front-matter.ts";
import { otherLocale, pagePath, placeOf, type Locale, type Place } from "../lessons/place.ts";
import type { Node } from "./ast.ts";
import { fillFences } from "./fences.ts";
import { loadFigures } from "./figures.ts";
import { inPage } from "./page-error.ts";
import { parseMdx } from "./parse.ts";
import { splitQuestions } from "./questions.ts";
import { fillTasks } from "./tasks.ts";
import { explainTerms } from "./terms.ts";
import { pairTwins } from "./twins.ts";

/**
 * The remark plugin of lesson pages: everything a guide may say beyond plain Markdown.
 * Throws one sentence, behind the page's name and line, for whatever is wrong in the page.
 */
export function lessonMarkdown(): (tree: Node, file: { path: string }) => void {
  return (tree, file) => {
    const place = placeOf(file.path);
    if (place) transform(tree, place);
  };
}

function transform(tree: Node, place: Place): void {
  const other = otherLocale(place.locale);
  const page = pagePath(place);
  const twinPage = pagePath(place, other);
  inPage(place.root, page, () => prepare(tree, place.locale, place.root));
  const twin = inPage(place.root, page, () => readTwin(twinPage));
  inPage(place.root, twinPage, () => prepare(twin, other, place.root));
  inPage(place.root, page, () => {
    pairTwins(tree, twin, other);
    fillTasks(tree, place);
    fillFences(tree, place);
    loadFigures(tree, place);
  });
}

function prepare(tree: Node, locale: Locale, root: string): void {
  splitQuestions(tree);
  explainTerms(tree, locale, root);
}

function readTwin(file: string): Node {
  if (!existsSync(file)) throw new Error(`Its twin ${path.basename(file)} is missing.`);
  return parseMdx(readPage(file).body);
}
