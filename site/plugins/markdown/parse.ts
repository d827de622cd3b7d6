import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { isElement, type Node } from "./ast.ts";

const mdx = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkDirective);
const plain = unified().use(remarkParse).use(remarkGfm);

/** Takes the body of an MDX file, gives the same tree that the site's own parser makes. */
export function parseMdx(body: string): Node {
  const tree = mdx.parse(body) as Node;
  unravel(tree);
  return tree;
}

/** Takes one paragraph of plain Markdown (front matter), gives what stands in it. */
export function parseLine(markdown: string): Node[] {
  const [first] = (plain.parse(markdown) as Node).children ?? [];
  return first?.children ?? [];
}

// MDX itself turns a paragraph of nothing but elements into block elements; so do we.
function unravel(parent: Node): void {
  parent.children = parent.children?.flatMap((node) => {
    unravel(node);
    const inside = node.children ?? [];
    const only = inside.every((child) => isElement(child) || isBlank(child));
    if (node.type !== "paragraph" || !only || !inside.some(isElement)) return [node];
    return inside
      .filter((child) => !isBlank(child))
      .map((child) => (isElement(child) ? { ...child, type: "mdxJsxFlowElement" } : child));
  });
}

function isBlank(node: Node): boolean {
  return (node.type === "text" && !node.value?.trim()) || node.type === "mdxTextExpression";
}
