import { describe, expect, test } from "vitest";
import { attributeOf, plainText, type Node } from "./ast.ts";
import { elements, nodes, sample, twinTexts } from "./sample-lesson.ts";

const words = (node: Node | undefined): string => (node ? plainText(node).trim() : "");

describe("<Task>", () => {
  const body = '## Why tea {/* #why */}\n\n<Task id="brew" />\n';

  test("gets title, request and hints of both languages, and the facts of lesson.json", () => {
    using lesson = sample(body);
    const [task] = elements(lesson.compile(), "Task");
    const facts = ["number", "minutes", "section", "sectionTitle"].map((name) =>
      attributeOf(task!, name),
    );
    expect(facts).toEqual(["7", "3", "why", "Why tea"]);
    expect(words(nodes(task!, (node) => node.type === "heading")[0])).toBe("Task 1: Brew tea");
    expect(elements(task!, "Hint")).toHaveLength(2);
    expect(twinTexts(task!)).toEqual([
      "任務 1：Brew 茶",
      "Make 茶.",
      "water for 茶",
      "leaves for 茶",
    ]);
    const [chinese] = elements(lesson.compile("zh-TW"), "Task");
    expect(words(nodes(chinese!, (node) => node.type === "heading")[0])).toBe("任務 1：Brew 茶");
  });

  test("that lesson.json does not know is refused", () => {
    using lesson = sample('<Task id="drink" />\n');
    expect(lesson.complaint()).toBe(
      'lessons/07-tea/guide.en.mdx:11: <Task id="drink"> is not in lessons/07-tea/lesson.json.',
    );
  });

  test("without words in the front matter is refused, with the page that lacks them", () => {
    const tasks = [{ id: "brew" }, { id: "drink" }];
    const facts = JSON.stringify({ minutes: 5, files: [], tasks });
    using lesson = sample('<Task id="drink" />\n', { "lessons/07-tea/lesson.json": facts });
    expect(lesson.complaint()).toBe(
      'lessons/07-tea/guide.en.mdx:11: lessons/07-tea/guide.en.mdx needs title, ask and hints for task "drink".',
    );
  });
});

describe("<Question>", () => {
  const question = (parts: string): string =>
    `<Quiz>\n<Question>\n${parts}\n</Question>\n</Quiz>\n`;

  test("is split into what is asked, the choices, and why", () => {
    using lesson = sample(question("Hot?\n\n- [x] yes\n- [ ] no\n- [x] `100`\n\nIt boils."));
    const [one] = elements(lesson.compile(), "Question");
    expect([attributeOf(one!, "id"), attributeOf(one!, "answer")]).toEqual(["q1", "101"]);
    expect(one?.children?.map((part) => part.name)).toEqual([
      "Prompt",
      "Choice",
      "Choice",
      "Choice",
      "Answer",
    ]);
    expect(words(one?.children?.[3])).toMatch(/^100/);
  });

  test.each([
    ["no right answer", "Hot?\n\n- [ ] yes\n- [ ] no\n\nIt boils."],
    ["no choices", "Hot?\n\nIt boils."],
    ["no question", "- [x] yes\n- [ ] no\n\nIt boils."],
  ])("with %s is refused, with its line", (_what, parts) => {
    using lesson = sample(`Words.\n\n${question(parts)}`);
    expect(lesson.complaint()).toBe(
      "lessons/07-tea/guide.en.mdx:14: Question 1 needs a paragraph, then a task list with at least one [x], then the answer.",
    );
  });

  test("that is wrong in the other language is told for that page", () => {
    using lesson = sample({
      en: question("Hot?\n\n- [x] yes\n- [ ] no\n\nIt boils."),
      "zh-TW": question("燙？\n\n- [ ] 是\n- [ ] 不\n\n滾了。"),
    });
    expect(lesson.complaint("en")).toMatch(/^lessons\/07-tea\/guide\.zh-TW\.mdx:12: Question 1 /);
  });
});

describe("<Term>", () => {
  const explain = { en: "Hot leaves.", "zh-TW": "熱的葉子。" };
  const glossary = {
    "lessons/glossary.json": JSON.stringify([{ id: "tea", en: "tea", "zh-TW": "茶", explain }]),
  };

  test("gets the word and its explanation in the language of the text", () => {
    using lesson = sample('Drink <Term id="tea">teas</Term>.\n', glossary);
    const seen = elements(lesson.compile(), "Term").map((term) => [
      attributeOf(term, "word"),
      attributeOf(term, "explain"),
      words(term),
    ]);
    expect(seen).toEqual([
      ["tea", "Hot leaves.", "teas"],
      ["茶", "熱的葉子。", "teas"],
    ]);
  });

  test("that the glossary does not have is refused", () => {
    using lesson = sample('Drink <Term id="coffee">coffee</Term>.\n', glossary);
    expect(lesson.complaint()).toBe(
      'lessons/07-tea/guide.en.mdx:11: <Term id="coffee"> is not in lessons/glossary.json.',
    );
  });
});

test("a page without its twin is refused", () => {
  using lesson = sample("Tea.\n");
  expect(lesson.complaint()).toBe("nothing");
  lesson.remove("lessons/07-tea/guide.zh-TW.mdx");
  expect(lesson.complaint()).toBe(
    "lessons/07-tea/guide.en.mdx: Its twin guide.zh-TW.mdx is missing.",
  );
});
