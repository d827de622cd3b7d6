import { existsSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { drawBars, drawTable } from "../../course/src/drawing.ts";
import { lessonNames, ROOT } from "../../course/src/lesson.ts";
import { copyCourse } from "../support/course-copy.ts";

const plain = (lines: string[]) => lines.map(stripVTControlCharacters);

test("a table aligns Chinese and Latin text, and numbers at the right", () => {
  const rows = [
    ["後端 A", "7"],
    ["B", "1200"],
  ];
  expect(plain(drawTable(["名稱", "ms"], rows))).toEqual([
    "名稱       ms",
    "─────────────",
    "後端 A      7",
    "B        1200",
  ]);
});

test("bars are drawn to one scale; 0 has none", () => {
  const bars = [
    { label: "甲", value: 10, text: "10 ms" },
    { label: "B", value: 5, text: "5 ms" },
    { label: "C", value: 0, text: "0 ms" },
  ];
  expect(plain(drawBars(bars, 19))).toEqual(["甲  ████████ 10 ms", "B   ████ 5 ms", "C   0 ms"]);
});

const withDemo = lessonNames().filter((name) =>
  existsSync(join(ROOT, "test", "lessons", name, "demo.ts")),
);

// Each in one of the languages by turns: every text has both, or the types would say so, and a run takes its time.
const inTurn = withDemo.map((name, i) => [name, i % 2 === 0 ? "zh-TW" : "en"] as const);

test.each(inTurn)("the demonstration of %s runs, in %s", async (name, language) => {
  const copy = await copyCourse();
  try {
    const { code, stdout, stderr } = await copy.course(["demo", name, "--lang", language]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout.trim().split("\n").length).toBeGreaterThan(3);
    expect(/\p{Script=Han}/u.test(stdout)).toBe(language === "zh-TW");
  } finally {
    await copy.remove();
  }
});
