// Makes the pictures of the READMEs anew: .github/images/*.png. Needs `pnpm build` first.
import { mkdirSync } from "node:fs";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { Page } from "playwright-core";
import { serveSite } from "../../course/src/site/serve.ts";
import { NO_CHROMIUM, openBrowser } from "../../test/support/browser.ts";
import { inLocale, LOCALES, setTheme, type Locale } from "../../test/support/site-views.ts";

const build = path.join(import.meta.dirname, "../build");
const images = path.join(import.meta.dirname, "../../.github/images");

/** The home page's map. The browser asks for reduced motion, so it stands still at the moment that the site has chosen. */
async function takeMap(
  page: Page,
  site: string,
  { locale, theme }: { locale: Locale; theme: "light" | "dark" },
): Promise<void> {
  await page.setViewportSize({ width: 1120, height: 900 });
  await page.goto(site + inLocale(locale, "/"));
  await setTheme(page, theme);
  await page
    .locator(".home-map figure")
    .screenshot({ path: path.join(images, `map.${locale}.${theme}.png`) });
}

/** A task of lesson 3 with its first hint unfolded. */
async function takeTask(page: Page, site: string, locale: Locale): Promise<void> {
  await page.goto(site + inLocale(locale, "/lessons/crash-restart"));
  await setTheme(page, "light");
  const task = page.locator(".task").nth(1);
  await task.locator(".hint summary").first().click();
  await task.screenshot({ path: path.join(images, `task.${locale}.png`) });
}

mkdirSync(images, { recursive: true });
const browser = await openBrowser();
if (!browser) throw new Error(NO_CHROMIUM);
const server = await serveSite(build, 0);
const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
try {
  const page = await browser.context.newPage();
  for (const locale of LOCALES) {
    for (const theme of ["light", "dark"] as const) await takeMap(page, site, { locale, theme });
    await takeTask(page, site, locale);
  }
} finally {
  await browser.close();
  server.close();
  server.closeAllConnections();
}
