import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { COURSE_CACHE } from "../../../test/harness/course-cache.mjs";
import { Output } from "../../../test/harness/output.ts";
import { LANGUAGES, type Language } from "../../../test/harness/words.ts";
import { ROOT } from "../lesson.ts";
import { writing } from "../writing.ts";
import { fingerprint } from "./fingerprint.ts";

const SITE = join(ROOT, "site");
export const BUILT_SITE = join(SITE, "build");
/** The language at the top of the site's addresses. */
const MAIN: Language = "en";
/** Where the build of a language keeps what it generates, below site/. */
const ownFolder = (language: Language) => join(".docusaurus", language);
const STAMP = join(ROOT, ".course", "site-built-from");

/** Whether the built site is there and was built from the files as they are now. */
export function siteIsFresh(): boolean {
  if (!existsSync(join(BUILT_SITE, "index.html")) || !existsSync(STAMP)) return false;
  return readFileSync(STAMP, "utf8") === fingerprint();
}

/** The script that is Docusaurus's command. */
export function docusaurus(): string {
  const from = createRequire(join(SITE, "package.json"));
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
  writing(SITE, () => accessSync(SITE, constants.W_OK));
  // A build that is interrupted leaves no whole site.
  writing(STAMP, () => rmSync(STAMP, { force: true }));
  const builds = LANGUAGES.map((language) => startBuild(language, onLine));
  const stop = () => builds.forEach(({ child }) => child.kill());
  process.once("exit", stop);
  let log: string | undefined;
  await Promise.all(
    builds.map(async ({ failed }) => {
      const its = await failed;
      if (its === undefined) return;
      log ??= its;
      stop(); // the other language is in vain
    }),
  );
  process.off("exit", stop);
  if (log !== undefined) return log;
  for (const language of LANGUAGES.filter((one) => one !== MAIN)) {
    const inSite = join(BUILT_SITE, language);
    rmSync(inSite, { recursive: true, force: true });
    renameSync(join(SITE, ownFolder(language), "build", language), inSite);
  }
  writing(STAMP, () => {
    mkdirSync(dirname(STAMP), { recursive: true });
    writeFileSync(STAMP, before);
  });
  return undefined;
}

interface Build {
  child: ChildProcess;
  /** The last lines of its output, when it has failed. */
  failed: Promise<string | undefined>;
}

/**
 * Starts a build of one language. Docusaurus itself would build one language after the other, mostly on one processor; side
 * by side each needs folders of its own, because a build begins with emptying the folder it builds into.
 */
function startBuild(language: Language, onLine: (line: string) => void): Build {
  const own = ownFolder(language);
  const into = language === MAIN ? BUILT_SITE : join(own, "build");
  const args = [docusaurus(), "build", "--locale", language, "--out-dir", into];
  const child = spawn(process.execPath, args, {
    cwd: SITE,
    env: {
      ...process.env,
      NODE_ENV: "production",
      NODE_COMPILE_CACHE: COURSE_CACHE,
      DISABLE_VERSION_CHECK: "true",
      DOCUSAURUS_GENERATED_FILES_DIR_NAME: own,
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
  const failed = once(child, "close").then(([code]) =>
    code === 0 ? undefined : output.tail(30).join("\n"),
  );
  return { child, failed };
}
