import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BUILT_SITE, buildSite, siteIsFresh } from "../course/src/site/build.ts";
import { serveSite } from "../course/src/site/serve.ts";
import { NO_CHROMIUM, openBrowser, type Browser } from "./support/browser.ts";
import { axeViolations } from "./support/site-axe.ts";
import { brokenLinks } from "./support/site-links.ts";
import * as views from "./support/site-views.ts";
import * as walk from "./support/site-walk.ts";

const buildLog = siteIsFresh() ? undefined : await buildSite();
const browser = await openBrowser();
if (!browser) console.warn(NO_CHROMIUM);

let server: Server;
let address: string;
beforeAll(async () => {
  server = await serveSite(BUILT_SITE, 0);
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser?.close();
  server.close();
  server.closeAllConnections();
  await once(server, "close");
});

/** Opens a page in a tab of its own, gives what `look` says, and expects a quiet console. */
async function on<T>(
  path: string,
  look: (page: Page) => Promise<T>,
  { context } = browser as Browser,
): Promise<T> {
  const page = await context.newPage();
  const errors = views.consoleErrors(page);
  try {
    await page.goto(address + path);
    // On a slow machine the page is there long before its scripts have taken it over.
    await page.locator('html[data-has-hydrated="true"]').waitFor({ state: "attached" });
    const seen = await look(page);
    expect(errors).toEqual([]);
    return seen;
  } finally {
    await page.close();
  }
}

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
  if (browser) return;
  if (process.env["CI"]) throw new Error(NO_CHROMIUM);
  skip(NO_CHROMIUM);
});

describe.skipIf(!browser).each(views.LOCALES)("a reader in %s", (locale) => {
  const at = (path: string) => views.inLocale(locale, path);

  test("finds the first lesson from the first page", () =>
    on(at("/"), async (page) => {
      await page.locator(".home-start .button-plain").click();
      await page.waitForURL(address + at("/lessons/cluster-module"));
      expect(await page.locator("h1").count()).toBe(1);
    }));

  test("changes the language and stays on the page, at the same heading", () =>
    on(at("/lessons/crash-restart"), async (page) => {
      const heading = page.locator("h2[id]").nth(2);
      await heading.evaluate((one) => one.scrollIntoView());
      const hash = `#${await heading.getAttribute("id")}`;
      const other = views.LOCALES.find((one) => one !== locale)!;
      await page.locator(`.navbar .reading a[hreflang="${other}"]`).click();
      await page.waitForURL(address + views.inLocale(other, "/lessons/crash-restart") + hash);
      expect(await page.locator("html").getAttribute("lang")).toBe(other);
    }));

  test("answers a question wrongly, then rightly, and reads why", () =>
    on(at("/lessons/crash-restart"), (page) =>
      walk.answerQuestion(page, "03-crash-restart", locale),
    ));

  test("unfolds the hints of a task one by one", () =>
    on(at("/lessons/crash-restart"), walk.unfoldHints));

  test("reads both languages side by side, also after a reload", () =>
    on(at("/lessons/crash-restart"), walk.readBoth));

  test.each(walk.SEARCHES[locale])("searches for %s and gets to a lesson", (query) =>
    on(at("/"), async (page) => {
      await walk.search(page, query);
      await page.waitForURL((url) => url.pathname.startsWith(at("/lessons/")));
      expect(await page.locator("article").textContent()).toMatch(new RegExp(query, "i"));
    }),
  );
});

describe.skipIf(!browser).each(views.LOCALES)("in %s", (locale) => {
  test.concurrent.each(Object.entries(views.KINDS))("%s: axe, width, headings", (_kind, path) =>
    on(views.inLocale(locale, path), async (page) => {
      const found: string[] = [];
      // Each width and each theme once; `pnpm --dir site accessibility` looks at all pages in all views.
      for (const [width, theme] of [
        [1440, "light"],
        [390, "dark"],
      ] as const) {
        await page.setViewportSize({ width, height: 900 });
        await views.setTheme(page, theme);
        const violations = await axeViolations(page);
        found.push(...violations.map((one) => `${width} ${theme}: ${one}`));
        const wider = await views.widerBy(page);
        if (wider > 0) found.push(`${width}: ${wider} px wider than the window`);
      }
      found.push(...(await views.foreignHeadings(page)));
      expect(found).toEqual([]);
    }),
  );
});
