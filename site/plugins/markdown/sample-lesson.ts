import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { locales, type Locale } from "../lessons/place.ts";
import { readPage } from "../lessons/front-matter.ts";
import { isElement, plainText, type Node } from "./ast.ts";
import { parseMdx } from "./parse.ts";
import { lessonMarkdown } from "./plugin.ts";

type Files = Record<string, string>;
export type Sample = {
  /** Runs the plugin over the guide. Throws what the build would say. */
  compile: (locale?: Locale) => Node;
  /** What the build says that is wrong. */
  complaint: (locale?: Locale) => string;
  /** Takes a file out of the course. */
  remove: (name: string) => void;
  [Symbol.dispose]: () => void;
};

/**
 * Writes a course of one lesson, 07-tea, into a temporary folder. The bodies of its guides begin in
 * line 11.
 * @param body the body of the guide in both languages, or one for each.
 * @param files other files of the course, by their path.
 */
export function sample(body: string | Record<Locale, string>, files: Files = {}): Sample {
  const course = mkdtempSync(path.join(tmpdir(), "uptime-pages-"));
  const put = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(course, name)), { recursive: true });
    writeFileSync(path.join(course, name), text);
  };
  const page = (locale: Locale): string => `lessons/07-tea/guide.${locale}.mdx`;
  const facts = { minutes: 5, files: [], tasks: [{ id: "brew", minutes: 3, section: "why" }] };
  put("lessons/07-tea/lesson.json", JSON.stringify(facts));
  for (const locale of locales) {
    put(page(locale), frontMatter(locale) + (typeof body === "string" ? body : body[locale]));
  }
  for (const [name, text] of Object.entries(files)) put(name, text);
  const compile = (locale: Locale = "en"): Node => {
    const file = path.join(course, page(locale));
    const tree = parseMdx(readPage(file).body);
    lessonMarkdown()(tree, { path: file });
    return tree;
  };
  const complaint = (locale?: Locale): string => {
    try {
      compile(locale);
    } catch (error) {
      return (error as Error).message;
    }
    return "nothing";
  };
  const remove = (name = ""): void =>
    rmSync(path.join(course, name), { recursive: true, force: true });
  return { compile, complaint, remove, [Symbol.dispose]: () => remove() };
}

/** Gives every node that `is` wanted, in order. */
export function nodes(tree: Node, is: (node: Node) => boolean): Node[] {
  const inside = (tree.children ?? []).flatMap((node) => nodes(node, is));
  return is(tree) ? [tree, ...inside] : inside;
}

/** Gives the components of a name. */
export function elements(tree: Node, name: string): Node[] {
  return nodes(tree, (node) => isElement(node) && node.name === name);
}

/** Gives the text of the blocks that are marked as the other language's. */
export function twinTexts(tree: Node): string[] {
  const isTwin = (node: Node): boolean =>
    (node.data?.hProperties?.className as string[] | undefined)?.includes("twin") ?? false;
  return nodes(tree, isTwin).map((node) => plainText(node).trim());
}

function frontMatter(locale: Locale): string {
  const word = locale === "en" ? "tea" : "茶";
  return `---
title: About ${word}
summary: One sentence about ${word}.
tasks:
  brew:
    title: Brew \`${word}\`
    ask: Make ${word}.
    hints: ["water for ${word}", "leaves for ${word}"]
---

`;
}
