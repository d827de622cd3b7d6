import type { Page } from "playwright-core";
import { axeViolations } from "./site-axe.ts";
import { foreignHeadings, setTheme, widerBy, type Look } from "./site-views.ts";

/** Takes an open page, and gives a line for each thing that is wrong with it at this width and in this theme. */
export async function faultsOf(page: Page, { width, theme }: Look): Promise<string[]> {
  await page.setViewportSize({ width, height: 900 });
  await setTheme(page, theme);
  const faults = await axeViolations(page);
  const wider = await widerBy(page);
  if (wider > 0) faults.push(`${wider} px wider than the window`);
  return [...faults, ...(await foreignHeadings(page))];
}
