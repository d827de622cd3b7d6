import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext } from "playwright-core";
import { findComponent } from "../../course/src/components/find.ts";

const FLAGS = [
  "--headless",
  // Chromium refuses its sandbox to root, and CI runs as root.
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** What is said where there is no Chromium. */
export const NO_CHROMIUM =
  "There is no Chromium here, so no page was looked at. Get one: npx pnpm course setup chromium";

export interface Browser {
  context: BrowserContext;
  /** Ends the browser and removes its profile. */
  close: () => Promise<void>;
}

/**
 * Starts Chromium, the system's or the course's own copy, with a profile of its own.
 * @returns undefined when there is none.
 */
export async function openBrowser(): Promise<Browser | undefined> {
  const component = await findComponent("chromium");
  if (!component) return undefined;
  const profile = mkdtempSync(join(tmpdir(), "uptime-browser-"));
  const remove = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  try {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: component.path,
      headless: true,
      args: FLAGS,
      // Else colours that fade are measured half-way.
      reducedMotion: "reduce",
      env: { ...definedOnly(process.env), ...component.env },
    });
    return { context, close: () => context.close().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((pair): pair is [string, string] => !!pair[1]),
  );
}
