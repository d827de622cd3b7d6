import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { ROOT } from "../../course/src/lesson.ts";
import { readGuide } from "./guide.ts";
import type { Locale } from "./site-views.ts";

/** What readers look for, in each language of the site; API names are searched in both. */
export const SEARCHES: Record<Locale, string[]> = {
  en: ["restart", "exitedAfterDisconnect"],
  "zh-TW": ["重新啟動", "exitedAfterDisconnect"],
};

/** Answers the first question of the guide wrongly, then rightly; the explanation comes with the right answer, and stays. */
export async function answerQuestion(page: Page, lesson: string, locale: Locale): Promise<void> {
  const { shape } = readGuide(join(ROOT, "lessons", lesson, `guide.${locale}.mdx`));
  const answers = shape.slice(shape.indexOf("<Question >") + 1);
  const question = page.locator(".question").first();
  const explanation = question.locator(".answer");
  const give = async (answer: string) => {
    await question.locator(".option input").nth(answers.indexOf(answer)).check();
    await question.locator("button").click();
  };
  await give("answer wrong");
  await question.locator('.question-verdict [data-right="false"]').waitFor();
  expect(await explanation.isVisible()).toBe(false);
  await give("answer right");
  await question.locator('.question-verdict [data-right="true"]').waitFor();
  await explanation.waitFor();
  await page.reload();
  await explanation.waitFor();
}

/** Unfolds the hints of the first task; the next one shows itself only when the one before it is open. */
export async function unfoldHints(page: Page): Promise<void> {
  const hints = page.locator(".task").first().locator(".hint");
  const count = await hints.count();
  expect(count).toBeGreaterThan(1);
  for (let open = 0; open < count; open++) {
    expect(await visible(hints)).toBe(open + 1);
    await hints.nth(open).locator("summary").click();
    await hints.nth(open).locator("p").first().waitFor();
  }
  expect(await visible(hints)).toBe(count);
}

/** Turns the other language on; every heading then has its twin, which is marked as the other language. */
export async function readBoth(page: Page): Promise<void> {
  const twins = page.locator("article .twin-h2");
  const headings = await page.locator("article h2").count();
  expect([await twins.count(), await visible(twins)]).toEqual([headings, 0]);
  await page.locator(".navbar .reading-both").click();
  expect(await visible(twins)).toBe(headings);
  const own = await page.locator("html").getAttribute("lang");
  expect(await twins.first().getAttribute("lang")).toBe(own === "en" ? "zh-TW" : "en");
  await page.reload();
  expect(await visible(twins)).toBe(headings);
  await page.locator(".navbar .reading-both").click();
  expect(await visible(twins)).toBe(0);
}

/** Types the query into the search field, and takes the first page that it finds. */
export async function search(page: Page, query: string): Promise<void> {
  const field = page.locator(".navbar__search-input");
  await field.click();
  await field.pressSequentially(query);
  const hits = page.locator('.search [class*="suggestion"]', { hasText: /\S/ });
  await hits.first().waitFor();
  const before = page.url();
  // The first one is chosen by itself, but not in a list that is being drawn anew, as when the index has just been read.
  for (let turn = 0; turn < 6 && page.url() === before; turn++) {
    await field.press("Enter");
    const away = page.waitForURL((url) => url.href !== before, { timeout: 5000 });
    await away.catch(() => {});
  }
}

async function visible(all: Locator): Promise<number> {
  const seen = await Promise.all((await all.all()).map((one) => one.isVisible()));
  return seen.filter(Boolean).length;
}
