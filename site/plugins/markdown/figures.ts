import { existsSync } from "node:fs";
import path from "node:path";
import { readdirSync } from "node:fs";
import type { Place } from "../lessons/place.ts";
import { parseFolder } from "../lessons/place.ts";
import { attributeOf, importNode, isElement, reference, replaceEach, type Node } from "./ast.ts";

/** Gives each diagram its drawing and each process map its recorded run. Throws when one is missing. */
export function loadFigures(tree: Node, place: Place): void {
  const imports: Node[] = [];
  const load = (node: Node, attribute: string, source: string): void => {
    const variable = `_figure${imports.length}`;
    imports.push(importNode(variable, source));
    node.attributes?.push(reference(attribute, variable));
  };
  replaceEach(tree, (node) => {
    if (!isElement(node)) return undefined;
    if (node.name === "Diagram") load(node, "drawing", drawing(node, place));
    if (node.name === "ProcessMap") load(node, "run", run(node, place));
    return undefined;
  });
  tree.children?.unshift(...imports);
}

function drawing(node: Node, place: Place): string {
  const shown = `src/diagrams/${place.id}/${attributeOf(node, "name")}.tsx`;
  if (!existsSync(path.join(place.root, "site", shown))) {
    throw new Error(`A <Diagram> asks for site/${shown}, which does not exist.`);
  }
  return `@site/${shown}`;
}

function run(node: Node, place: Place): string {
  const parts = (attributeOf(node, "trace") ?? "solution").split("/");
  const name = parts.pop();
  const id = parts[0] ?? place.id;
  const folder = readdirSync(path.join(place.root, "lessons")).find(
    (one) => parseFolder(one)?.id === id,
  );
  const shown = `lessons/${folder ?? id}/recordings/${name}.trace.json`;
  if (!existsSync(path.join(place.root, shown))) {
    throw new Error(`A <ProcessMap> asks for ${shown}, which does not exist.`);
  }
  return `@site/../${shown}`;
}
