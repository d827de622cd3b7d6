import { globSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { lessonNames, readLesson, ROOT } from "../course/src/lesson.ts";

/** What git ignores (.gitignore) and what git itself keeps. */
const IGNORED = new Set(["node_modules", "work", ".course", ".docusaurus", "build", ".git"]);
const TOP = [
  ".ci",
  ".github",
  ".gitignore",
  ".oxfmtrc.json",
  ".oxlintrc.json",
  "CONTRIBUTING.md",
  "LICENSE",
  "LICENSE-TEXT.md",
  "README.md",
  "README.zh-TW.md",
  "course",
  "knip.jsonc",
  "lessons",
  "package.json",
  "pnpm-lock.yaml",
  "pnpm-workspace.yaml",
  "site",
  "solutions",
  "test",
  "tsconfig.base.json",
  "tsconfig.json",
];

const inside = (...path: string[]) =>
  readdirSync(join(ROOT, ...path))
    .filter((name) => !IGNORED.has(name))
    .sort();

test("nothing lies at the top that does not belong there", () => {
  expect(inside().filter((name) => !TOP.includes(name))).toEqual([]);
});

describe.each(lessonNames())("%s", (name) => {
  const lesson = readLesson(name);

  test("the lesson's folder holds what a lesson has, and nothing else", () => {
    const pages = ["guide", "solution", "teach"].flatMap((page) => [
      `${page}.en.mdx`,
      `${page}.zh-TW.mdx`,
    ]);
    const must = ["lesson.json", "package.json", "recordings", "starter", ...pages];
    expect(inside("lessons", name).filter((file) => file !== "demo.ts")).toEqual(must.toSorted());
  });

  test("every file that a learner is told to edit is in the starter or in the solution", () => {
    const files = [...inside("lessons", name, "starter"), ...inside("solutions", name)];
    expect(lesson.files.filter((file) => !files.includes(file.split("/")[0]!))).toEqual([]);
  });

  test("every mistake has one report, and every report a mistake", () => {
    const entries = inside("test", "lessons", name, "mistakes");
    const reports = entries.filter((file) => file.endsWith(".report.txt"));
    const slugs = entries.filter((file) => !file.endsWith(".report.txt"));
    const told = reports.map((file) => basename(file, ".report.txt"));
    expect(told.toSorted()).toEqual(slugs.toSorted());
  });
});

describe("size budget (CONTRIBUTING.md)", () => {
  const files = globSync("{course,site,solutions,test,lessons}/**/*.{ts,tsx,mts,mjs,pl}", {
    cwd: ROOT,
    exclude: (path) => IGNORED.has(basename(path)),
  });
  const lines = new Map(
    files.map((file) => [file, readFileSync(join(ROOT, file), "utf8").split("\n").length - 1]),
  );

  test("no source file has more than 250 lines", () => {
    expect([...lines].filter(([, count]) => count > 250)).toEqual([]);
  });

  test("half of the source files have at most 60 lines", () => {
    const sorted = [...lines.values()].toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(60);
  });
});
