import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copyCourse, type CourseCopy } from "../support/course-copy.ts";
import { buildCopy } from "../support/site-copy.ts";
import { LOCALES } from "../support/site-views.ts";

describe("the build refuses a page of the second language with", () => {
  let copy: CourseCopy;
  beforeAll(async () => {
    copy = await copyCourse();
  });
  afterAll(() => copy.remove());

  test.each([
    ["a link that leads nowhere", "[a](/lessons/none)", /broken links[\s\S]*\/lessons\/none/],
    ["an anchor that is not there", "[a](/glossary#none)", /broken anchors[\s\S]*\/glossary#none/],
    ["an image that is missing", "![a](./none.png)", /image with URL `\.\/none\.png`/],
    [
      "a region that is missing",
      "```ts from=solution/server.ts#none\n```",
      /guide\.zh-TW\.mdx:\d+: .*"none"/,
    ],
  ])("%s", async (_what, line, pattern) => {
    const folder = join(copy.folder, "lessons/03-crash-restart");
    // In both, because pages that differ are refused for that.
    const pages = LOCALES.map((locale) => join(folder, `guide.${locale}.mdx`));
    const before = pages.map((page) => readFileSync(page, "utf8"));
    pages.forEach((page, at) => writeFileSync(page, `${before[at]}\n${line}\n`));
    const { built, said } = await buildCopy(copy.folder, "zh-TW");
    pages.forEach((page, at) => writeFileSync(page, before[at]!));
    expect([built, said]).toEqual([false, expect.stringMatching(pattern)]);
  });
});
