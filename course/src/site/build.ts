import { spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { COURSE_CACHE } from "../../../test/harness/course-cache.mjs";
import { Output } from "../../../test/harness/output.ts";
import { ROOT } from "../lesson.ts";
import { writing } from "../writing.ts";
import { fingerprint } from "./fingerprint.ts";

export const BUILT_SITE = join(ROOT, "site", "build");
const STAMP = join(ROOT, ".course", "site-built-from");

/** Whether the built site is there and was built from the files as they are now. */
export function siteIsFresh(): boolean {
  if (!existsSync(join(BUILT_SITE, "index.html")) || !existsSync(STAMP)) return false;
  return readFileSync(STAMP, "utf8") === fingerprint();
}

/** The script that is Docusaurus's command. */
export function docusaurus(): string {
  const from = createRequire(join(ROOT, "site", "package.json"));
  return join(dirname(from.resolve("@docusaurus/core/package.json")), "bin", "docusaurus.mjs");
}

/**
 * Builds the site in both languages into site/build.
 * @param onLine told each line of the build's output.
 * @returns undefined, or the last lines of the output when the build failed.
 * @throws {ExpectedError} when the disk is full or read-only.
 */
export async function buildSite(
  onLine: (line: string) => void = () => {},
): Promise<string | undefined> {
  const before = fingerprint();
  const site = join(ROOT, "site");
  writing(site, () => accessSync(site, constants.W_OK));
  const child = spawn(process.execPath, [docusaurus(), "build"], {
    cwd: site,
    env: {
      ...process.env,
      NODE_ENV: "production",
      NODE_COMPILE_CACHE: COURSE_CACHE,
      DISABLE_VERSION_CHECK: "true",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = new Output();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output.add(text);
      const last = text.trim().split("\n").at(-1);
      if (last) onLine(last);
    });
  }
  const stop = () => child.kill();
  process.once("exit", stop);
  const [code] = (await once(child, "close")) as [number | null];
  process.off("exit", stop);
  if (code !== 0) return output.tail(30).join("\n");
  writing(STAMP, () => {
    mkdirSync(dirname(STAMP), { recursive: true });
    writeFileSync(STAMP, before);
  });
  return undefined;
}
