// Checks every page of the build with axe, in both colour modes, wide and narrow, one language and both.
// Prints each violation, and ends with code 1 if there is one. Needs `pnpm build` first.
import { globSync } from "node:fs";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { Page } from "playwright-core";
import { serveSite } from "../../course/src/site/serve.ts";
import { NO_CHROMIUM, openBrowser } from "../../test/support/browser.ts";
import { axeViolations } from "../../test/support/site-axe.ts";
import { setTheme, widerBy } from "../../test/support/site-views.ts";

const build = path.join(import.meta.dirname, "../build");
const pages = globSync("**/*.html", { cwd: build }).map(
  (file) => `/${file.replaceAll("\\", "/").replace(/(^|\/)index\.html$/, "$1")}`,
);

/** Takes an open page, gives what is wrong with it in every view, and how many views there were. */
async function lookAt(page: Page, url: string): Promise<{ found: string[]; views: number }> {
  const found: string[] = [];
  let views = 0;
  for (const reading of /\/(lessons|solutions|teach)\/./.test(url) ? ["one", "both"] : ["one"]) {
    await page
      .locator("html")
      .evaluate((html, how) => html.setAttribute("data-reading", how), reading);
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      for (const theme of ["light", "dark"] as const) {
        await setTheme(page, theme);
        const violations = await axeViolations(page);
        found.push(...violations.map((one) => `${url} ${width} ${theme} ${reading}: ${one}`));
        views += 1;
      }
      const wider = await widerBy(page);
      if (wider > 0) found.push(`${url} ${width} ${reading}: ${wider} px wider than the window`);
    }
  }
  return { found, views };
}

async function main(): Promise<void> {
  const browser = await openBrowser();
  if (!browser) throw new Error(NO_CHROMIUM);
  const server = await serveSite(build, 0);
  let looked = 0;
  let violations = 0;
  try {
    const page = await browser.context.newPage();
    for (const url of pages) {
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}${url}`);
      const { found, views } = await lookAt(page, url);
      for (const line of found) console.log(line);
      looked += views;
      violations += found.length;
    }
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
  console.log(`${looked} views of ${pages.length} pages, ${violations} violations`);
  process.exitCode = violations > 0 ? 1 : 0;
}

await main();
