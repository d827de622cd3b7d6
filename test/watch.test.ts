import { cp } from "node:fs/promises";
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
