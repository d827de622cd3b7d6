import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copyCourse, type CourseCopy } from "./support/course-copy.ts";

let copy: CourseCopy;
beforeAll(async () => {
  copy = await copyCourse();
});
afterAll(() => copy.remove());

const inCopy = (...path: string[]) => join(copy.folder, ...path);

describe("help and bad input", () => {
  test.each([
    [["--help"]],
    [["test", "--help"]],
    [["hint", "--help"]],
    [["demo", "--help"]],
    [["help", "watch"]],
  ])("%j", async (words) => {
    const { code, stdout } = await copy.course(words);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: pnpm course/);
  });

  test("help speaks Chinese", async () => {
    const { stdout } = await copy.course(["--help", "--lang", "zh-TW"]);
    expect(stdout).toMatch(/^用法：/);
    expect(stdout).toContain("檢查你在某一課的程式");
  });

  test.each([
    [["test", "lessons/crash-restrat"], "Did you mean lessons/crash-restart"],
    [["test", "nonsense/03"], "Did you mean"],
    [["test", "03", "--task", "nothing"], 'no task "nothing"'],
    [["test", "--bogus"], "unknown option '--bogus'"],
    [["frobnicate"], "unknown command 'frobnicate'"],
    [["start", "--port", "abc"], "--port"],
    [["list", "--lang", "fr"], '--lang is "fr"'],
    [["setup", "postgres"], 'no component "postgres"'],
    [["demo"], "missing required argument 'lesson'"],
    [["demo", "09"], "Did you mean"],
    [["new-lesson", "Bad Name"], "no lesson name"],
    [["new-lesson", "03-another"], "03-crash-restart"],
  ])("%j gets one sentence and exit code 2", async (words, sentence) => {
    const { code, stderr, stdout } = await copy.course(words);
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stdout).toBe("");
  });

  test("an older Node.js is told that the course brings its own", async () => {
    const NODE_OPTIONS = "--no-experimental-strip-types"; // as one that knows no TypeScript
    const { code, stderr, stdout } = await copy.course(["list"], { NODE_OPTIONS });
    expect(code).toBe(3);
    expect(stderr).toContain("npx pnpm test lessons/01");
    expect(stderr).toContain("課程自帶 Node.js");
    expect(stderr.trim().split("\n")).toHaveLength(2);
    expect(stdout).toBe("");
  });

  test("the language comes from --lang, then COURSE_LANG, then the locale", async () => {
    const next = async (words: string[], env: Record<string, string>) =>
      (await copy.course(["next", ...words], env)).stdout;
    expect(await next([], { COURSE_LANG: "", LANG: "zh_TW.UTF-8" })).toContain("下一步");
    expect(await next([], { COURSE_LANG: "en", LANG: "zh_TW.UTF-8" })).toContain("Next");
    expect(await next(["--lang", "zh-TW"], { COURSE_LANG: "en" })).toContain("下一步");
    expect(await next([], { COURSE_LANG: "", LC_ALL: "en_US.UTF-8" })).toContain("Next");
  });
});

describe("the way of a learner through lesson 1", () => {
  const work = "lessons/01-cluster-module/work";
  const task = ["--task", "many-workers"];

  test("the first check copies the starter, says so, and names the first task", async () => {
    const { code, stdout } = await copy.course(["test", "lessons/01", ...task]);
    expect(code).toBe(1);
    expect(stdout).toContain(`Your copy of the starter is now in ${work}`);
    expect(stdout).toContain("Task 1 · Many workers, one port");
    expect(stdout).toContain("npx pnpm course hint 01");
    expect(stdout).not.toMatch(/^\s+at .*\(/m);
  });

  test.each([["lessons\\01\\"], ["./lessons/01-cluster-module/"], ["cluster-module"], ["1"]])(
    "%s means the same, in Chinese when asked",
    async (typed) => {
      const { code, stdout } = await copy.course(["test", typed, "--lang", "zh-TW", ...task]);
      expect(code).toBe(1);
      expect(stdout).toContain("任務 1");
    },
  );

  test("hints come one more at a time, and stay", async () => {
    expect((await copy.course(["hint", "01"])).stdout).toMatch(/Hint 1 of 3(?![\s\S]*Hint 2)/);
    expect((await copy.course(["hint"])).stdout).toMatch(/Hint 1 of 3[\s\S]*Hint 2 of 3/);
    await copy.course(["hint"]);
    expect((await copy.course(["hint"])).stdout).toContain("That was the last hint");
    expect((await copy.course(["test", "01", ...task])).stdout).toContain("3 of 3 hints seen");
  });

  test("diff, solve and reset: the work is never lost", async () => {
    await writeFile(inCopy(work, "mine.txt"), "my own notes\n");
    expect((await copy.course(["diff", "01"])).stdout).toContain("-my own notes");
    const solved = (await copy.course(["solve", "01"])).stdout;
    const kept = /A copy of your work is kept in (\S+)\./.exec(solved)?.[1];
    expect(await readFile(inCopy(kept!, "mine.txt"), "utf8")).toBe("my own notes\n");
    expect((await copy.course(["diff", "01"])).stdout).toContain("No difference");
    const { code, stdout } = await copy.course(["test", "01", ...task]);
    expect([code, stdout]).toEqual([0, expect.stringContaining("The task passes")]);
    expect((await copy.course(["reset", "01"])).stdout).toContain("is back at the starter");
    expect((await copy.course(["diff", "01", "--starter"])).stdout).toContain("No difference");
    expect(await readdir(inCopy(".course", "backups"))).toHaveLength(2);
  });

  test("what a program prints can neither write over its report nor flood it", async () => {
    const forged = String.raw`\x1b[2J\x1b]0;passed\x07\r✓ all pass \u202e`;
    await writeFile(inCopy(work, "server.ts"), `throw new Error("${forged}".repeat(3000));\n`);
    const { code, stdout } = await copy.course(["test", "01", ...task]);
    expect(code).toBe(1);
    expect(stdout).toContain("ended by itself (exit code 1)");
    expect(stdout).toContain("(server.ts:1)");
    expect(stdout).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    expect(stdout.length).toBeLessThan(10_000);
  });

  test("--json prints one event a line, and nothing else", async () => {
    const { stdout } = await copy.course(["test", "solutions/01", "--json", ...task]);
    const events = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { type: string });
    expect(events[0]).toMatchObject({ type: "start", lesson: "cluster-module" });
    expect(events.filter(({ type }) => type === "check")).toHaveLength(2);
    expect(events.at(-1)).toMatchObject({ type: "end", solved: 1, total: 1 });
  });

  test("a broken progress file is kept, and a new one begun", async () => {
    await mkdir(inCopy(".course"), { recursive: true });
    await writeFile(inCopy(".course", "progress.json"), "{ not json");
    const { code } = await copy.course(["list"]);
    expect(code).toBe(0);
    const names = await readdir(inCopy(".course"));
    expect(names.some((name) => name.startsWith("progress.json.broken-"))).toBe(true);
  });
});

test("new-lesson makes files of the right shape, which the course can read", async () => {
  const { code, stdout } = await copy.course(["new-lesson", "42-answer"]);
  expect(code).toBe(0);
  expect(stdout).toContain("lessons/42-answer/guide.zh-TW.mdx");
  expect(existsSync(inCopy("test/lessons/42-answer/task-1.check.ts"))).toBe(true);
  expect((await copy.course(["list"])).stdout).toContain("42 <title>");
  const demo = await copy.course(["demo", "42"]);
  expect(demo.code).toBe(2);
  expect(demo.stderr).toContain("Lesson 42 has no demonstration");
});

describe("the machine", () => {
  test("doctor says of everything how it is, in both languages", async () => {
    const ran = await copy.course(["doctor", "--json"]);
    const entries = ran.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(entries.map(({ id }) => id)).toEqual(expect.arrayContaining(["node", "port", "nginx"]));
    for (const { say, state, fix } of entries) {
      expect(Object.keys(say)).toEqual(["en", "zh-TW"]);
      if (state === "bad") expect(Object.keys(fix)).toEqual(["en", "zh-TW"]);
    }
    const chinese = await copy.course(["doctor", "--lang", "zh-TW"]);
    expect(chinese.stdout).toContain("這台機器");
  });

  test("a reader that goes away early is no error", async () => {
    const run = copy.begin(["list"]);
    run.child.stdout!.destroy();
    expect((await run.ended).stderr).toBe("");
  });
});

describe("an author's proofs", () => {
  const prove = ["prove", "08", "--only", "solution,always-500,answers-anyway"];

  test("side by side: a report that differs fails the command, though all others are right", async () => {
    const right = await copy.course(prove);
    expect(right.stdout).toMatch(/^(✓.+\n){3}$/);
    expect(right.code).toBe(0);
    const mistakes = ["test", "lessons", "08-error-propagation", "mistakes"];
    const report = inCopy(...mistakes, "always-500.report.txt");
    await writeFile(report, "another\n");
    const { code, stdout } = await copy.course(prove);
    expect(stdout).toContain("✗ 08-error-propagation mistake always-500");
    expect(stdout.match(/^✓/gm)).toHaveLength(2);
    expect(code).toBe(1);
  });
});
