import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import type { Place } from "../lessons/place.ts";
import { block, replaceEach, text, type Node } from "./ast.ts";
import { readSource, sourceName } from "./source.ts";

/** Fills fences `from=` with tested code, and makes terminals of fences in `terminal`. */
export function fillFences(tree: Node, place: Place): void {
  replaceEach(tree, (node) => {
    if (node.type !== "code") return undefined;
    const from = option(node, "from");
    if (from) return [fromFile(node, from, place)];
    if (node.lang === "terminal") return [terminal(node, place)];
    return undefined;
  });
}

/** Takes a fence, gives the value of `name=value` after its language. */
export function option(fence: Node, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}=(\\S+)`).exec(fence.meta ?? "")?.[1];
}

function fromFile(fence: Node, from: string, place: Place): Node {
  if (fence.value?.trim()) throw new Error(`The fence from=${from} must have an empty body.`);
  const name = sourceName(from);
  const rest = (fence.meta ?? "").replace(/\bfrom=\S+/, "").trim();
  const code = { ...fence, value: readSource(place, from), meta: `title="${name}" ${rest}`.trim() };
  if (place.kind !== "solution") return code;
  // On a solution page nothing may be given away at a glance.
  const region = from.split("#")[1];
  const label = region ? [text(`${name} · ${region}`)] : [text(name)];
  return block("details", { className: "folded" }, [block("summary", {}, label), code]);
}

function terminal(fence: Node, place: Place): Node {
  const recorded = option(fence, "recorded");
  return block("Terminal", { text: recorded ? recording(place, recorded) : (fence.value ?? "") });
}

function recording(place: Place, name: string): string {
  const shown = path.join("lessons", place.folder, "recordings", `${name}.txt`);
  const file = path.join(place.root, shown);
  if (!existsSync(file))
    throw new Error(`A fence asks for recorded=${name}; there is no ${shown}.`);
  return stripVTControlCharacters(readFileSync(file, "utf8")).trimEnd();
}
