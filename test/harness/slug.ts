import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installProduction } from "./install.ts";
import { OBSERVED } from "./trace.ts";

/** A copy of an application's files, in a folder of its own. */
export interface Slug {
  folder: string;
  /** Dependencies that could not be installed. */
  missing: string[];
  remove(): Promise<void>;
}

/** Where the buildpack puts Node.js. */
export const NODE_BIN = ".heroku/node/bin";

const COURSE = fileURLToPath(new URL("../..", import.meta.url));

/** What never becomes part of a slug. */
const LEFT_OUT = /^(node_modules|\.git|\.env)$/;

/**
 * Builds what a dyno runs: the application's files with a production install beside them.
 * @throws {Finding} manifest-broken, and leaves nothing.
 */
export async function buildSlug(source: string): Promise<Slug> {
  const slug = await copyFiles(source);
  try {
    return { ...slug, missing: await installProduction(slug.folder, source) };
  } catch (error) {
    await slug.remove();
    throw error;
  }
}

/** The application as on its author's machine: with every package that is installed there, in a copy that may be littered. */
export async function buildDesk(source: string): Promise<Slug> {
  const slug = await copyFiles(source);
  await symlink(await packagesOf(source), join(slug.folder, "node_modules"), "junction");
  return slug;
}

async function copyFiles(source: string): Promise<Slug> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), "uptime-slug-"));
  await cp(source, folder, { recursive: true, filter: (path) => !LEFT_OUT.test(basename(path)) });
  await putNode(join(folder, NODE_BIN));
  const remove = () => rm(folder, { recursive: true, force: true });
  return { folder, missing: [], remove };
}

/**
 * A command of a Procfile may set NODE_OPTIONS, as many do for the size of the heap: its Node.js is observed all the same. The
 * process stays the one that the command has started. With --permission, what observes it must be read, and write; the packages
 * of a slug are links into the course's folder, where a real one has files of its own.
 */
async function putNode(bin: string): Promise<void> {
  const script = `#!/bin/sh
observed=${quoted(OBSERVED)}
case "$NODE_OPTIONS" in
  *"$observed"*) ;;
  *) export NODE_OPTIONS="$NODE_OPTIONS $observed" ;;
esac
case " $NODE_OPTIONS $* " in
  *" --permission "*) set -- --allow-fs-read=${quoted(COURSE)} \${UPTIME_TRACE:+"--allow-fs-write=$UPTIME_TRACE"} "$@" ;;
esac
exec ${quoted(process.execPath)} "$@"
`;
  await mkdir(bin, { recursive: true });
  await writeFile(join(bin, "node"), script, { mode: 0o755 });
}

/** As one word of a shell, whatever characters a path has. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

async function packagesOf(folder: string): Promise<string> {
  const path = join(folder, "node_modules");
  if (existsSync(path) || dirname(folder) === folder) return realpath(path);
  return packagesOf(dirname(folder));
}
