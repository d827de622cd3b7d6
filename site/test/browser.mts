import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type BrowserContext } from "playwright-core";

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Runs `work` in a browser with a profile of its own; both are gone afterwards. */
export async function withBrowser(work: (context: BrowserContext) => Promise<void>): Promise<void> {
  const profile = mkdtempSync(path.join(tmpdir(), "uptime-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.UPTIME_CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: flags,
  });
  try {
    await work(context);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
