import { readFileSync } from "node:fs";
import { parse } from "yaml";

export interface Guide {
  frontMatter: Record<string, unknown>;
  /** The text without front matter. */
  body: string;
  /** Headings with their ids, fences with their info line, components with their static attributes: in order. */
  shape: string[];
  /** The explicit ids of its headings. */
  ids: string[];
}

/** Reads a guide, and what must be the same in both languages. */
export function readGuide(path: string): Guide {
  const text = readFileSync(path, "utf8");
  const [, front = "", body = ""] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text) ?? [];
  const shape = shapeOf(body);
  const ids = [...body.matchAll(/\{\/\* #([\w-]+) \*\/\}/g)].map((match) => match[1]!);
  return { frontMatter: parse(front) as Record<string, unknown>, body, shape, ids };
}

function shapeOf(body: string): string[] {
  const shape: string[] = [];
  let fenced = false;
  for (const line of body.split("\n")) {
    const fence = /^\s*```(.*)$/.exec(line);
    if (fence) {
      fenced = !fenced;
      if (fenced) shape.push(`fence ${fence[1]}`);
      continue;
    }
    if (fenced) continue;
    const heading = /^(#+) .*?(\{\/\* #[\w-]+ \*\/\})?$/.exec(line);
    if (heading) shape.push(`${heading[1]} ${heading[2] ?? "(no id)"}`);
    for (const [, name, attributes = ""] of line.matchAll(/<([A-Z]\w*)((?:\s+\w+="[^"]*")*)/g)) {
      if (name !== "Term")
        shape.push(`<${name} ${/\b(?:id|trace|name)="([^"]*)"/.exec(attributes)?.[1] ?? ""}>`);
    }
    const item = /^\s*- \[( |x)\]/.exec(line);
    if (item) shape.push(`answer ${item[1] === "x" ? "right" : "wrong"}`);
    if (line.startsWith(":::")) shape.push(line.split(/[ [{]/)[0]!);
  }
  return shape;
}

/** The prose words of an English text: without code, components and comments. */
export function wordCount(body: string): number {
  const prose = body
    .replaceAll(/```[\s\S]*?```/g, "")
    .replaceAll(/\{\/\*[\s\S]*?\*\/\}|<[^>]+>/g, "");
  return prose.split(/\s+/).filter((word) => /\w/.test(word)).length;
}
