import { at } from "./page-error.ts";

/** The little that we need to know of a Markdown (mdast) or MDX node. */
export type Node = {
  type: string;
  children?: Node[];
  value?: string;
  name?: string | null;
  attributes?: Attribute[];
  depth?: number;
  lang?: string | null;
  meta?: string | null;
  checked?: boolean | null;
  data?: Record<string, unknown> & { hProperties?: Record<string, unknown> };
  position?: { start: { line: number } };
};
export type Attribute = { type: string; name: string; value?: unknown };

/** Takes text, gives a text node. */
export function text(value: string): Node {
  return { type: "text", value };
}

/** Takes a component's name, its attributes (text only) and children, gives a block element. */
export function block(
  name: string,
  attributes: Record<string, string | undefined>,
  children: Node[] = [],
): Node {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [attribute(key, value)],
  );
  return { type: "mdxJsxFlowElement", name, attributes: given, children };
}

/** Like `block`, for an element inside a line of text. */
export function inline(
  name: string,
  attributes: Record<string, string>,
  children: Node[] = [],
): Node {
  return { ...block(name, attributes, children), type: "mdxJsxTextElement" };
}

/** Gives an attribute with a text value. */
export function attribute(name: string, value: string): Attribute {
  return { type: "mdxJsxAttribute", name, value };
}

/** Gives an attribute whose value is a variable of the module. */
export function reference(name: string, variable: string): Attribute {
  const expression = { type: "Identifier", name: variable };
  const estree = program({ type: "ExpressionStatement", expression });
  const value = { type: "mdxJsxAttributeValueExpression", value: variable, data: { estree } };
  return { type: "mdxJsxAttribute", name, value };
}

/** Gives the node for `import <variable> from "<source>"`. */
export function importNode(variable: string, source: string): Node {
  const local = { type: "Identifier", name: variable };
  const estree = program({
    type: "ImportDeclaration",
    specifiers: [{ type: "ImportDefaultSpecifier", local }],
    source: { type: "Literal", value: source, raw: JSON.stringify(source) },
    attributes: [],
  });
  return { type: "mdxjsEsm", value: "", data: { estree } };
}

/** Takes an element, gives the text value of one of its attributes. */
export function attributeOf(node: Node, name: string): string | undefined {
  const value = node.attributes?.find((one) => one.name === name)?.value;
  return typeof value === "string" ? value : undefined;
}

/** Takes a node, gives the words in it without markup. */
export function plainText(node: Node): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value ?? "";
  return (node.children ?? []).map(plainText).join("");
}

/** Whether the node is a component or an HTML element in MDX. */
export function isElement(node: Node): boolean {
  return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}

/**
 * Visits every node once, parents first. What `see` returns, if anything, replaces the node; what it
 * throws is told with the node's line.
 */
export function replaceEach(parent: Node, see: (node: Node) => Node[] | undefined): void {
  if (!parent.children) return;
  parent.children = parent.children.flatMap((node) => {
    const replaced = at(node, () => see(node));
    if (!replaced) replaceEach(node, see);
    return replaced ?? [node];
  });
}

function program(statement: object): object {
  return { type: "Program", sourceType: "module", body: [statement], comments: [] };
}
