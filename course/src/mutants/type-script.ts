import { stripTypeScriptTypes } from "node:module";
import { constants } from "node:os";
import { parse, tokTypes, type AnyNode, type Token } from "acorn";
import { fullAncestor } from "acorn-walk";
import type { Edit, Kind } from "./mutant.ts";

const OPPOSITE: Record<string, string> = {
  "&&": "||",
  "||": "&&",
  "===": "!==",
  "!==": "===",
  "==": "!=",
  "!=": "==",
  "<": ">=",
  ">=": "<",
  ">": "<=",
  "<=": ">",
};

/** The text of a file, and what it consists of, without types. */
interface Source {
  text: string;
  tokens: Token[];
}

/**
 * The edits that make mutants of a TypeScript file: slips that people make, such as a forgotten listener or `await`. Types and
 * log lines stay as they are.
 * @throws {SyntaxError} when the file can't be parsed.
 */
export function typeScriptEdits(text: string): Edit[] {
  // Types become spaces, so that every place is the same in both.
  const code = stripTypeScriptTypes(text, { mode: "strip" });
  const tokens: Token[] = [];
  const program = parse(code, { ecmaVersion: "latest", sourceType: "module", onToken: tokens });
  const found: Edit[] = [];
  fullAncestor(program, (_node, _state, ancestors) => {
    const [node, ...around] = ancestors.toReversed() as [AnyNode, ...AnyNode[]];
    if (![node, ...around].some(isLogLine)) found.push(...editsOf(node, around, { text, tokens }));
  });
  return found;
}

/** @param around what the node stands in, from the inside outwards. */
function editsOf(node: AnyNode, around: AnyNode[], source: Source): Edit[] {
  const { start, end } = node;
  const [parent] = around;
  switch (node.type) {
    case "ExpressionStatement": {
      const kind = kindOfStatement(node.expression);
      return kind ? [{ kind, start, end, by: ";" }] : [];
    }
    case "ArrowFunctionExpression": {
      const isCallback = isCall(parent) && parent.callee !== node;
      if (!isCallback || kindOfStatement(node.body) !== "drop-call") return [];
      return [{ kind: "drop-call", start: node.body.start, end: node.body.end, by: "undefined" }];
    }
    case "AwaitExpression":
      return [{ kind: "drop-await", ...firstWord(node, source), by: "" }];
    case "ThrowStatement":
    case "ReturnStatement":
      if (!isGuard(node, around)) return [];
      // What people forget of `return next(error)` is the first word.
      return node.type === "ReturnStatement" && isCall(node.argument)
        ? [{ kind: "drop-guard", ...firstWord(node, source), by: "" }]
        : [{ kind: "drop-guard", start, end, by: ";" }];
    case "IfStatement": {
      const { test } = node;
      const by = `!(${source.text.slice(test.start, test.end)})`;
      return [{ kind: "negate-if", start: test.start, end: test.end, by }];
    }
    case "LogicalExpression":
    case "BinaryExpression": {
      const by = OPPOSITE[node.operator];
      const isNegated = parent?.type === "IfStatement" && node.type === "BinaryExpression";
      if (!by || isNegated) return [];
      const kind = node.type === "LogicalExpression" ? "swap-and-or" : "flip-comparison";
      // Parentheses and comments may stand before it.
      const operator = source.tokens.find(
        (token) =>
          token.start >= node.left.end &&
          source.text.slice(token.start, token.end) === node.operator,
      )!;
      return [{ kind, start: operator.start, end: operator.end, by }];
    }
    case "Literal":
      if (typeof node.value === "boolean")
        return [{ kind: "flip-boolean", start, end, by: String(!node.value) }];
      if (typeof node.value !== "string" || !(node.value in constants.signals)) return [];
      return [{ kind: "change-signal", start, end, by: `"${otherSignal(node.value)}"` }];
    case "Property":
    case "SpreadElement": {
      if (!isOption(around)) return [];
      // With a type assertion behind it, and the comma.
      const next = source.tokens.find((token) => token.start >= end)!;
      const to = next.type === tokTypes.comma ? next.end : next.start;
      return [{ kind: "drop-option", start, end: to, by: "" }];
    }
    default:
      return [];
  }
}

function kindOfStatement(node: AnyNode): Kind | undefined {
  const called = calledIn(node);
  if (isLogLine(called)) return undefined;
  if (isCall(called)) return called.callee.type === "Super" ? undefined : "drop-call";
  const isSetting =
    node.type === "AssignmentExpression" &&
    node.operator === "=" &&
    node.left.type === "MemberExpression";
  return isSetting ? "drop-setting" : undefined;
}

/** What is called in `await f()`, `void f()` and `a?.f()`. */
function calledIn(node: AnyNode): AnyNode {
  if (node.type === "ChainExpression") return calledIn(node.expression);
  const isWrapped =
    node.type === "AwaitExpression" ||
    (node.type === "UnaryExpression" && node.operator === "void");
  return isWrapped ? calledIn(node.argument) : node;
}

type Call = Extract<AnyNode, { type: "CallExpression" | "NewExpression" }>;

function isCall(node: AnyNode | null | undefined): node is Call {
  return node?.type === "CallExpression" || node?.type === "NewExpression";
}

function isLogLine(node: AnyNode): boolean {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return false;
  const { object } = node.callee;
  return object.type === "Identifier" && object.name === "console";
}

/** Whether it is what an `if` does, alone or at the end of a block: without it, the function goes on. */
function isGuard(node: AnyNode, [parent, grandparent]: AnyNode[]): boolean {
  if (parent?.type === "IfStatement") return true;
  return (
    parent?.type === "BlockStatement" &&
    grandparent?.type === "IfStatement" &&
    parent.body.at(-1) === node
  );
}

/** Whether the object of a property is given to a call, also inside another such object. */
function isOption(around: AnyNode[]): boolean {
  const outside = around.findIndex(
    ({ type }) => type !== "ObjectExpression" && type !== "Property",
  );
  return outside > 0 && isCall(around[outside]);
}

function firstWord(node: AnyNode, { text }: Source): { start: number; end: number } {
  const [word] = /^\w+\s*/.exec(text.slice(node.start))!;
  return { start: node.start, end: node.start + word.length };
}

function otherSignal(name: string): string {
  return name === "SIGTERM" ? "SIGINT" : "SIGTERM";
}
