import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Locale } from "../lessons/place.ts";
import { attribute, attributeOf, isElement, replaceEach, type Node } from "./ast.ts";

type Entry = { id: string; explain: Record<Locale, string> } & Record<Locale, string>;

/**
 * Gives each `<Term>` the word and the explanation of the course's glossary. Throws for an unknown
 * id.
 */
export function explainTerms(tree: Node, locale: Locale, root: string): void {
  let glossary: Entry[] | undefined;
  replaceEach(tree, (node) => {
    if (!isElement(node) || node.name !== "Term") return undefined;
    glossary ??= readGlossary(root);
    const id = attributeOf(node, "id");
    const entry = glossary.find((one) => one.id === id);
    if (!entry) throw new Error(`<Term id="${id}"> is not in lessons/glossary.json.`);
    node.attributes?.push(
      attribute("word", entry[locale]),
      attribute("explain", entry.explain[locale]),
    );
    return undefined;
  });
}

function readGlossary(root: string): Entry[] {
  const file = path.join(root, "lessons/glossary.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Entry[]) : [];
}
