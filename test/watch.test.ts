import { appendFile, cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "../course/src/lesson.ts";
import { until } from "./harness/wait.ts";
import { copyCourse, type CourseCopy } from "./support/course-copy.ts";

let copy: CourseCopy;
beforeAll(async () => {
  copy = await copyCourse();
});
afterAll(() => copy.remove());

test("watch mode checks the first unsolved task at each save, and goes on to the next ones", async () => {
  const run = copy.begin(["watch", "01"]);
  const said = (pattern: RegExp, what: string) =>
    until(() => pattern.test(run.ran.stdout), { what, within: 100_000, every: 50 });
  try {
    await said(/Task 1 · [\s\S]*of 1 tasks pass/, "the report of the first task");
    await cp(
      join(ROOT, "solutions", "01-cluster-module"),
      join(copy.folder, "lessons", "01-cluster-module", "work"),
      { recursive: true },
    );
    await said(/Lesson 01 is solved/, "the lesson's end");
    expect(run.ran.stdout.match(/The task passes/g)).toHaveLength(6);
  } finally {
    run.child.kill("SIGINT");
    await run.ended;
  }
  expect([run.ran.code, run.ran.stderr]).toEqual([0, ""]);
});

test("a check file that is changed meanwhile is loaded anew, although its thread has stayed", async () => {
  const run = copy.begin(["watch", "02"]);
  const inCopy = (...path: string[]) => join(copy.folder, ...path);
  const said = (pattern: RegExp, what: string) =>
    until(() => pattern.test(run.ran.stdout), { what, within: 100_000, every: 50 });
  try {
    await said(/Task 1 · [\s\S]*of 1 tasks pass/, "the report of the first task");
    expect(run.ran.stdout).not.toContain("the author was here");
    const check = inCopy("test", "lessons", "02-fork-events", "record-life.check.ts");
    const before = await readFile(check, "utf8");
    const changed = before.replace(
      /async \(\w*\) => \{/,
      '$&\n    throw new Error("the author was here");',
    );
    expect(changed).not.toBe(before);
    await writeFile(check, changed);
    await appendFile(inCopy("lessons", "02-fork-events", "work", "primary.ts"), "\n");
    await said(/the author was here/, "the changed check");
  } finally {
    run.child.kill("SIGINT");
    await run.ended;
  }
});
