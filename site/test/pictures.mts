// Makes the pictures of the READMEs anew: .github/images/*.png. Needs `pnpm build` first.
import { mkdirSync } from "node:fs";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";
import anser from "anser";
import type { Page } from "playwright-core";
import { serveSite } from "../../course/src/site/serve.ts";
import { NO_CHROMIUM, openBrowser } from "../../test/support/browser.ts";
import { copyCourse } from "../../test/support/course-copy.ts";
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

const TERMINAL = `
  .shot { background: var(--terminal-paper); color: var(--terminal-command); border-radius: 6px;
    display: inline-block; font: 14px/1.55 var(--mono-font); margin: 0; padding: 20px 26px }
  /* Two columns for a Chinese character, as in a terminal. */
  .shot:lang(zh-TW) { font-family: "Noto Sans Mono CJK TC", monospace }
  .shot .ansi-red-fg { color: var(--state-crashed) }
  .shot .ansi-bold { font-weight: 700 }
  .shot .ansi-dim { color: var(--ink-soft); opacity: 1 }`;

/** The report that the starter of lesson 3 gets, as a terminal shows it. */
async function takeReport(page: Page, site: string, locale: Locale): Promise<void> {
  const words = ["test", "lessons/03", "--lang", locale];
  const { stdout } = await course.course(words, { FORCE_COLOR: "1" });
  const report = stdout
    .slice(stdout.indexOf("\u001B[1m"))
    .replaceAll(`${pathToFileURL(course.folder)}/`, "")
    .trimEnd();
  await page.goto(site + inLocale(locale, "/"));
  await setTheme(page, "dark");
  await page.addStyleTag({ content: TERMINAL });
  await page
    .locator("body")
    .evaluate(
      (body, html) => (body.innerHTML = `<pre class="shot">${html}</pre>`),
      anser.ansiToHtml(anser.escapeForHtml(report), { use_classes: true }),
    );
  await page.locator("pre").screenshot({ path: path.join(images, `report.${locale}.png`) });
}

mkdirSync(images, { recursive: true });
const browser = await openBrowser();
if (!browser) throw new Error(NO_CHROMIUM);
const course = await copyCourse();
const server = await serveSite(build, 0);
const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
try {
  const page = await browser.context.newPage();
  for (const locale of LOCALES) {
    for (const theme of ["light", "dark"] as const) await takeMap(page, site, { locale, theme });
    await takeTask(page, site, locale);
    await takeReport(page, site, locale);
  }
} finally {
  await browser.close();
  await course.remove();
  server.close();
  server.closeAllConnections();
}
