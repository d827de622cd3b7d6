import type { Locale } from "../lessons/place.ts";
import { attribute, attributeOf, inline, isElement, type Node } from "./ast.ts";
import { PageError } from "./page-error.ts";

const texts = new Set(["paragraph", "list", "blockquote", "table"]);
const boxes = new Set(["details", "Quiz", "Question", "Prompt", "Answer"]);
const lines = new Set(["summary", "Choice"]);

/**
 * Puts behind every block of `own` the same block of the other language. The two must have the same
 * headings, fences and components in the same order; throws the first difference otherwise.
 */
export function pairTwins(own: Node, other: Node, locale: Locale): void {
  own.children = pairLists(own.children ?? [], (other.children ?? []).filter(isContent), locale);
}

/** Takes a block, gives it marked as the twin: in its language, without an id, outside the contents. */
export function twinOf(node: Node, locale: Locale): Node {
  const kind = node.type === "heading" ? `twin-h${node.depth}` : `twin-${node.type}`;
  const shape = node.type === "heading" ? { type: "paragraph", children: withoutId(node) } : node;
  const hProperties = { className: ["twin", kind], lang: locale };
  return { ...shape, data: { ...shape.data, hProperties } };
}

function pairLists(own: Node[], other: Node[], locale: Locale): Node[] {
  const result: Node[] = [];
  let next = 0;
  const restOfSegment = (): void => {
    for (; isText(other[next]); next += 1) result.push(twinOf(other[next]!, locale));
  };
  for (const node of own) {
    if (!isContent(node)) {
      result.push(node);
    } else if (isText(node)) {
      result.push(node);
      if (isText(other[next])) result.push(...pairTexts(node, other[next++]!, locale));
    } else {
      restOfSegment();
      const twin = other[next++];
      if (!twin || sign(twin) !== sign(node)) throw parted(node, twin);
      result.push(...pairAnchors(node, twin, locale));
    }
  }
  restOfSegment();
  if (other[next]) throw parted(undefined, other[next]);
  return result;
}

function pairTexts(node: Node, twin: Node, locale: Locale): Node[] {
  // The label of an admonition becomes its heading, and leaves this list.
  if (node.data?.directiveLabel && twin.data?.directiveLabel) {
    addLine(node, twin, locale);
    return [];
  }
  return [twinOf(twin, locale)];
}

function addLine(node: Node, twin: Node, locale: Locale): void {
  const span = inline("span", { className: "twin-line", lang: locale }, twin.children);
  node.children = [...(node.children ?? []), span];
}

function pairAnchors(node: Node, twin: Node, locale: Locale): Node[] {
  if (node.type === "heading") return [node, twinOf(twin, locale)];
  if (node.type === "containerDirective" || boxes.has(node.name ?? "")) {
    pairTwins(node, twin, locale);
  } else if (lines.has(node.name ?? "")) {
    addLine(node, twin, locale);
  }
  const caption = isElement(twin) && attributeOf(twin, "caption");
  if (caption) node.attributes?.push(attribute("twinCaption", caption));
  return [node];
}

function sign(node: Node): string {
  if (node.type === "heading") return `a heading of level ${node.depth} ${idOf(node)}`.trim();
  if (node.type === "code") return `a fence ${node.lang ?? ""} ${node.meta ?? ""}`.trim();
  if (isElement(node)) {
    const same = ["id", "name", "trace", "answer"].flatMap((name) => {
      const value = attributeOf(node, name);
      return value === undefined ? [] : [` ${name}=${value}`];
    });
    return `<${node.name}${same.join("")}>`;
  }
  return node.name ? `:::${node.name}` : node.type;
}

function parted(own: Node | undefined, other: Node | undefined): Error {
  const [a, b] = [own, other].map((node) => (node ? sign(node) : "nothing more"));
  const line = other?.position?.start.line;
  const where = line ? ` in its line ${line}` : "";
  return new PageError(
    `The two languages differ: this page has ${a} where the other one has ${b}${where}.`,
    own,
  );
}

function isText(node: Node | undefined): boolean {
  return node !== undefined && texts.has(node.type);
}

// Imports and comments are no content; a label of an admonition is a paragraph, and content.
function isContent(node: Node): boolean {
  return !["mdxjsEsm", "mdxFlowExpression", "yaml", "definition"].includes(node.type);
}

/** Takes a heading, gives the comment that holds its id, or nothing. */
export function idOf(heading: Node): string {
  const comment = heading.children?.at(-1);
  return comment?.type === "mdxTextExpression" ? (comment.value ?? "") : "";
}

function withoutId(heading: Node): Node[] {
  return (heading.children ?? []).filter((child) => child.type !== "mdxTextExpression");
}
