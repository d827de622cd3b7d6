import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, expect } from "vitest";
import { BUILT_SITE } from "../../course/src/site/build.ts";
import { serveSite } from "../../course/src/site/serve.ts";
import { openBrowser } from "./browser.ts";
import { consoleErrors } from "./site-views.ts";

/** How long a page may take for anything, in ms; playwright's own half a minute is too short on a machine that does much else. */
const PATIENCE = 90_000;

/** The built site, served, and a browser that looks at it. */
export interface OpenSite {
  address: string;
  /** Opens a page in a tab of its own, gives what `look` says, and expects a quiet console. */
  on<T>(path: string, look: (page: Page) => Promise<T>): Promise<T>;
}

/**
 * Serves the built site and starts a browser; both end after the tests of the file.
 * @returns undefined when there is no browser.
 */
export async function openSite(): Promise<OpenSite | undefined> {
  const browser = await openBrowser();
  if (!browser) return undefined;
  const server = await serveSite(BUILT_SITE, 0);
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  afterAll(async () => {
    await browser.close();
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  });
  return {
    address,
    async on(path, look) {
      const page = await browser.context.newPage();
      page.setDefaultTimeout(PATIENCE);
      const errors = consoleErrors(page);
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
    },
  };
}
