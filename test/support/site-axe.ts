import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Takes a page that is open, gives one line for each violation that axe finds on it. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(`window.axe || (() => {${axe}})()`);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document, { resultTypes: ["violations"] })`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => {
      const why = node.failureSummary?.split("\n")[1]?.trim() ?? "";
      return `${id} ${node.target.join(" ")} ${why}`;
    }),
  );
}
