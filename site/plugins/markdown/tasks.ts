import { readPage, type TaskWords } from "../lessons/front-matter.ts";
import { otherLocale, pagePath, type Locale, type Place } from "../lessons/place.ts";
import { readFacts } from "../lessons/read.ts";
import { attributeOf, block, isElement, plainText, replaceEach, text, type Node } from "./ast.ts";
import { parseLine } from "./parse.ts";
import { idOf, twinOf } from "./twins.ts";

const label: Record<Locale, (number: number) => string> = {
  en: (number) => `Task ${number}: `,
  "zh-TW": (number) => `任務 ${number}：`,
};

/** Fills each `<Task id>` with the words of both languages. Throws when something is missing. */
export function fillTasks(tree: Node, place: Place): void {
  replaceEach(tree, (node) => {
    if (!isElement(node) || node.name !== "Task") return undefined;
    return [task(attributeOf(node, "id") ?? "", place, tree)];
  });
}

function task(id: string, place: Place, tree: Node): Node {
  const { tasks } = readFacts(place.folder, place.root);
  const at = tasks.findIndex((one) => one.id === id);
  const facts = tasks[at];
  if (!facts) throw new Error(`<Task id="${id}"> is not in lessons/${place.folder}/lesson.json.`);
  const own = words(id, place, place.locale);
  const other = otherLocale(place.locale);
  const theirs = words(id, place, other);
  const heading = (locale: Locale, title: string): Node => ({
    type: "heading",
    depth: 3,
    children: [text(label[locale](at + 1)), ...parseLine(title)],
  });
  const title = heading(place.locale, own.title);
  title.data = { hProperties: { id: `task-${id}` } };
  const pair = (mine: string, twin: string | undefined): Node[] => [
    paragraph(mine),
    ...(twin ? [twinOf(paragraph(twin), other)] : []),
  ];
  const count = String(own.hints.length);
  const hints = own.hints.map((hint, n) =>
    block("Hint", { index: String(n + 1), count }, pair(hint, theirs.hints[n])),
  );
  const attributes = {
    id,
    lesson: place.id,
    number: String(place.number),
    minutes: String(facts.minutes),
    section: facts.section,
    sectionTitle: headingText(tree, facts.section),
    byHand: facts.byHand?.join("\n"),
  };
  return block("Task", attributes, [
    title,
    twinOf(heading(other, theirs.title), other),
    ...pair(own.ask, theirs.ask),
    block("Hints", {}, hints),
  ]);
}

function headingText(tree: Node, id: string): string | undefined {
  const isWanted = (node: Node): boolean =>
    node.type === "heading" &&
    idOf(node)
      .split(/[^\w-]+/)
      .includes(id);
  const heading = tree.children?.find(isWanted);
  return heading && plainText(heading).trim();
}

function words(id: string, place: Place, locale: Locale): TaskWords {
  const file = pagePath({ ...place, kind: "guide" }, locale);
  const found = readPage(file).words.tasks?.[id];
  if (!found?.title || !found.ask || !Array.isArray(found.hints)) {
    throw new Error(
      `lessons/${place.folder}/guide.${locale}.mdx needs title, ask and hints for task "${id}".`,
    );
  }
  return found;
}

function paragraph(line: string): Node {
  return { type: "paragraph", children: parseLine(line) };
}
