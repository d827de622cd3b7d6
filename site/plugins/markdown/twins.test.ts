import { expect, test } from "vitest";
import { elements, nodes, sample, twinTexts } from "./sample-lesson.ts";

test("behind every block stands its twin, marked with its language", () => {
  using lesson = sample({
    en: "## Why {/* #why */}\n\nHot.\n\n- one\n- two\n",
    "zh-TW": "## 為什麼 {/* #why */}\n\n很燙。\n\n- 一\n- 二\n",
  });
  const tree = lesson.compile();
  expect(twinTexts(tree)).toEqual(["為什麼", "很燙。", "一二"]);
  expect(nodes(tree, (node) => node.data?.hProperties?.lang === "zh-TW")).toHaveLength(3);
  expect(nodes(tree, (node) => node.type === "heading")).toHaveLength(1);
  expect(twinTexts(lesson.compile("zh-TW"))).toEqual(["Why", "Hot.", "onetwo"]);
});

test("code is not doubled", () => {
  using lesson = sample("Words.\n\n```sh\nls\n```\n\nMore words.\n");
  expect(nodes(lesson.compile(), (node) => node.type === "code")).toHaveLength(1);
});

test("one language may say in two paragraphs what the other says in one", () => {
  using lesson = sample({
    en: "One.\n\nTwo.\n\n## End {/* #end */}\n",
    "zh-TW": "一和二。\n\n## 結束 {/* #end */}\n",
  });
  expect(twinTexts(lesson.compile())).toEqual(["一和二。", "結束"]);
  expect(twinTexts(lesson.compile("zh-TW"))).toEqual(["One.", "Two.", "End"]);
});

test("titles and texts of admonitions, and captions, have their twin inside", () => {
  using lesson = sample({
    en: ":::note[Mind]\n\nHot.\n\n:::\n",
    "zh-TW": ":::note[注意]\n\n很燙。\n\n:::\n",
  });
  const tree = lesson.compile();
  expect(twinTexts(tree)).toEqual(["很燙。"]);
  expect(elements(tree, "span")[0]?.children?.[0]?.value).toBe("注意");
});

const page = "lessons/07-tea/guide.en.mdx";
test.each([
  [
    "a heading with another id",
    "Tea.\n\n## Why {/* #why */}\n",
    "茶。\n\n## 為何 {/* #reason */}\n",
    `${page}:13: The two languages differ: this page has a heading of level 2 /* #why */ where the other one has a heading of level 2 /* #reason */ in its line 13.`,
  ],
  [
    "another fence",
    "Tea.\n\n```ts from=solution/a.ts\n```\n",
    "茶。\n\n茶。\n\n```ts from=solution/b.ts\n```\n",
    `${page}:13: The two languages differ: this page has a fence ts from=solution/a.ts where the other one has a fence ts from=solution/b.ts in its line 15.`,
  ],
  [
    "a component that is missing in the other language",
    '<Task id="brew" />\n\n## Why {/* #why */}\n',
    "## 為何 {/* #why */}\n",
    `${page}:11: The two languages differ: this page has <Task id=brew> where the other one has a heading of level 2 /* #why */ in its line 11.`,
  ],
  [
    "a block that the other language does not have at its end",
    "Tea.\n\n```sh\nls\n```\n",
    "茶。\n",
    `${page}:13: The two languages differ: this page has a fence sh where the other one has nothing more.`,
  ],
  [
    "a block that only the other language has",
    "Tea.\n",
    "茶。\n\n```sh\nls\n```\n",
    `${page}: The two languages differ: this page has nothing more where the other one has a fence sh in its line 13.`,
  ],
  [
    "another right answer",
    "<Quiz>\n<Question>\nTea?\n\n- [x] yes\n- [ ] no\n\nOf course.\n</Question>\n</Quiz>\n",
    "<Quiz>\n<Question>\n茶？\n\n- [ ] 好\n- [x] 不\n\n當然。\n</Question>\n</Quiz>\n",
    `${page}:12: The two languages differ: this page has <Question id=q1 answer=10> where the other one has <Question id=q1 answer=01> in its line 12.`,
  ],
])("%s is refused, with both places", (_what, en, zh, complaint) => {
  using lesson = sample({ en, "zh-TW": zh });
  expect(lesson.complaint()).toBe(complaint);
});
