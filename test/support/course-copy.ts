import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { ROOT } from "../../course/src/lesson.ts";
import { COURSE_CACHE } from "../harness/course-cache.mjs";

const NOT_COPIED = new Set(["node_modules", "work", ".course", ".git", "build", ".docusaurus"]);

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A command that is still running. */
export interface Running {
  child: ChildProcess;
  /** What it has printed so far; `code` once it has ended. */
  ran: Ran;
  ended: Promise<Ran>;
}

export interface CourseCopy {
  folder: string;
  /**
   * Runs `pnpm course …` (or `pnpm test …`, which is `course test …`) without a terminal.
   * @param within the command that runs it, where it needs surroundings of its own; see apart.ts.
   */
  course(words: string[], env?: Record<string, string>, within?: string[]): Promise<Ran>;
  /** Begins such a command, for those that run until they are ended. */
  begin(words: string[], env?: Record<string, string>, within?: string[]): Running;
  remove(): Promise<void>;
}

/**
 * A copy of the course as from a zip: no git, no progress, no work; the installed packages are linked in. Its path has spaces,
 * Chinese characters, quotation marks, brackets, and signs that mean something to a shell or in a URL, as learners' paths may.
 */
export async function copyCourse(): Promise<CourseCopy> {
  const folder = await mkdtemp(join(tmpdir(), `uptime 課程 100% $HOME;& '"(1)-`));
  const filter = (path: string) => !NOT_COPIED.has(basename(path));
  for (const name of ["package.json", "course", "lessons", "solutions", "test", "site"]) {
    await cp(join(ROOT, name), join(folder, name), { recursive: true, filter });
  }
  const lessons = (await readdir(join(folder, "lessons"))).map((name) => join("lessons", name));
  for (const name of [".", "course", "test", "solutions", "site", ...lessons]) {
    const modules = join(ROOT, name, "node_modules");
    if (existsSync(modules)) await symlink(modules, join(folder, name, "node_modules"), "junction");
  }
  // What only makes commands start faster.
  await mkdir(join(folder, ".course", "cache"), { recursive: true });
  await mkdir(COURSE_CACHE, { recursive: true });
  await symlink(COURSE_CACHE, join(folder, ".course", "cache", "course"), "junction");
  const main = join(folder, "course", "src", "main.mjs");
  const start: CourseCopy["begin"] = (words, env = {}, within = []) =>
    begin([...within, process.execPath, main, ...words], folder, env);
  return {
    folder,
    begin: start,
    course: (...all) => start(...all).ended,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function begin([program, ...words]: string[], cwd: string, env: Record<string, string>): Running {
  const { PATH, HOME } = process.env;
  const child = spawn(program!, words, {
    cwd,
    env: { PATH, HOME, COURSE_LANG: "en", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ran: Ran = { code: null, stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => (ran[name] += text));
  }
  const ended = once(child, "close").then(([code]) => {
    ran.code = code as number | null;
    return ran;
  });
  return { child, ran, ended };
}
