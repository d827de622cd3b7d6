// Checks every page of the build with axe, in both colour modes, wide and narrow, one language and both.
// Prints each violation, and ends with code 1 if there is one. Needs `pnpm build` first.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { withBrowser } from "./browser.mts";
import { serve } from "./serve.mts";

const build = path.join(import.meta.dirname, "../build");
const axe = readFileSync(
  createRequire(import.meta.filename).resolve("axe-core/axe.min.js"),
  "utf8",
);
const pages = readdirSync(build, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".html"))
  .map((file) => `/${file.replace(/(^|\/)index\.html$/, "$1")}`);

async function main(): Promise<void> {
  const { server, address } = await serve(build);
  let looked = 0;
  let violations = 0;
  await withBrowser(async (context) => {
    const page = await context.newPage();
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      for (const theme of ["light", "dark"]) {
        for (const reading of ["one", "both"]) {
          for (const url of pages.filter(
            (one) => reading === "one" || /\/(lessons|solutions|teach)\/./.test(one),
          )) {
            await open(page, address + url, theme, reading);
            const found = await check(page);
            looked += 1;
            for (const line of found) console.log(`${url} ${width} ${theme} ${reading}: ${line}`);
            violations += found.length;
          }
        }
      }
    }
  });
  server.close();
  console.log(`${looked} views of ${pages.length} pages, ${violations} violations`);
  process.exitCode = violations > 0 ? 1 : 0;
}

async function open(page: Page, url: string, theme: string, reading: string): Promise<void> {
  await page.addInitScript((how) => localStorage.setItem("uptime.reading", how), reading);
  await page.goto(`${url}?docusaurus-theme=${theme}`, { waitUntil: "load" });
  await page.evaluate(() => document.fonts.ready);
}

async function check(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) => `${id} ${node.target.join(" ")} ${node.failureSummary?.split("\n")[1]?.trim()}`,
    ),
  );
}

void main();
