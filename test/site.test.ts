import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { BUILT_SITE, buildSite, siteIsFresh } from "../course/src/site/build.ts";
import { NO_CHROMIUM } from "./support/browser.ts";
import { openSite } from "./support/open-site.ts";
import { faultsOf } from "./support/site-faults.ts";
import { brokenLinks } from "./support/site-links.ts";
import * as views from "./support/site-views.ts";
import * as walk from "./support/site-walk.ts";

const buildLog = siteIsFresh() ? undefined : await buildSite();
const site = await openSite();
if (!site) console.warn(NO_CHROMIUM);

test("the site builds in both languages", () => {
  expect(buildLog).toBeUndefined();
});

test("no link, image or anchor is broken on any page, also between the languages", () => {
  expect(brokenLinks(BUILT_SITE)).toEqual([]);
});

test("the test of links sees a link, an anchor and an image that are broken", () => {
  const copy = mkdtempSync(join(tmpdir(), "uptime-site-"));
  try {
    cpSync(BUILT_SITE, copy, { recursive: true });
    const page = join(copy, "lessons/crash-restart/index.html");
    const bad = `<a href=/lessons/none>a</a><a href="/glossary#none">b</a><img src='./none.png'></body>`;
    writeFileSync(page, readFileSync(page, "utf8").replace("</body>", bad));
    expect(brokenLinks(copy)).toEqual([
      "lessons/crash-restart/index.html: /lessons/none leads nowhere",
      "lessons/crash-restart/index.html: /glossary#none asks for #none, which glossary/index.html does not have",
      "lessons/crash-restart/index.html: ./none.png leads nowhere",
    ]);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

test("there is a browser to look at the pages with", ({ skip }) => {
  if (site) return;
  if (process.env["CI"]) throw new Error(NO_CHROMIUM);
  skip(NO_CHROMIUM);
});

describe.skipIf(!site).each(views.LOCALES)("a reader in %s", (locale) => {
  const at = (path: string) => views.inLocale(locale, path);

  test("finds the first lesson from the first page", () =>
    site!.on(at("/"), async (page) => {
      await page.locator(".home-start .button-plain").click();
      await page.waitForURL(site!.address + at("/lessons/cluster-module"));
      expect(await page.locator("h1").count()).toBe(1);
    }));

  test("unfolds hints one by one, answers a question wrongly and rightly, reads both languages, and changes to the other", () =>
    site!.on(at("/lessons/crash-restart"), async (page) => {
      await walk.unfoldHints(page);
      await walk.answerQuestion(page, "03-crash-restart", locale);
      await walk.readBoth(page);
      const heading = page.locator("h2[id]").nth(2);
      await heading.evaluate((one) => one.scrollIntoView());
      const hash = `#${await heading.getAttribute("id")}`;
      const other = views.LOCALES.find((one) => one !== locale)!;
      await page.locator(`.navbar .reading a[hreflang="${other}"]`).click();
      await page.waitForURL(site!.address + views.inLocale(other, "/lessons/crash-restart") + hash);
      expect(await page.locator("html").getAttribute("lang")).toBe(other);
    }));

  test.each(walk.SEARCHES[locale])("searches for %s and gets to a lesson", (query) =>
    site!.on(at("/"), async (page) => {
      await walk.search(page, query);
      await page.waitForURL((url) => url.pathname.startsWith(at("/lessons/")));
      expect(await page.locator("article").textContent()).toMatch(new RegExp(query, "i"));
    }),
  );
});

test.skipIf(!site).each(views.LOOKS.filter(({ first }) => first))(
  "axe, width and headings: $name",
  (look) =>
    site!.on(look.path, async (page) => {
      expect(await faultsOf(page, look)).toEqual([]);
    }),
);
