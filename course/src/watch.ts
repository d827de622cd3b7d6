import { emitKeypressEvents } from "node:readline";
import { join } from "node:path";
import { unsolvedTask } from "./choose-lesson.ts";
import { checkTarget } from "./check-target.ts";
import { hint, list, next } from "./commands/learn.ts";
import type { Voice } from "./console.ts";
import { shown, workFolder, type Lesson } from "./lesson.ts";
import { noteProgress } from "./progress.ts";
import { ensureWork, replaceWork } from "./work.ts";
import { say } from "./words/say.ts";

/** Saves of several files within this many ms are one change. */
const TOGETHER_MS = 60;

/**
 * Checks a lesson at every save: the first unsolved task alone, and when it passes, the following ones, until one fails.
 * Keys as in the line that it shows. Resolves when the learner quits.
 * @throws {ExpectedError} when the disk is full or read-only.
 */
export async function watchLesson(lesson: Lesson, voice: Voice): Promise<void> {
  const folder = workFolder(lesson);
  if (ensureWork(lesson)) voice.say(say.copiedStarter(shown(folder)));
  let [busy, again, sure] = [false, false, false];
  const quit = Promise.withResolvers<void>();

  async function check(all = false): Promise<void> {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    do {
      again = false;
      await checkOnce(all);
    } while (again);
    busy = false;
    console.log(`\n${voice.pick(say.watchKeys())}`);
  }

  async function checkOnce(all: boolean): Promise<void> {
    const target = { lesson, kind: "work" as const, folder };
    if (process.stdout.isTTY) console.clear();
    let task = unsolvedTask(lesson);
    if (all || !task) {
      await checkTarget(target, voice);
      return;
    }
    while (task && !again) {
      const code = await checkTarget(target, voice, { tasks: [task.id] });
      if (code !== 0) return;
      const after = unsolvedTask(lesson);
      if (!after) next(voice);
      task = after;
    }
  }

  const keys: Record<string, () => unknown> = {
    h: () => hint(lesson, voice),
    n: () => next(voice),
    l: () => list(voice),
    c: () => check(true),
    q: () => quit.resolve(),
    r() {
      sure = !sure;
      if (sure) return voice.say(say.resetSure());
      replaceWork(lesson, join(lesson.folder, "starter"), voice);
      noteProgress(lesson, () => ({ solved: [], hints: {} }));
      voice.say(say.wasReset(shown(folder)));
    },
  };
  const stopKeys = listenForKeys((key) => {
    if (key !== "r") sure = false;
    (async () => keys[key]?.())().catch(quit.reject);
  });
  process.once("SIGINT", () => quit.resolve());
  process.once("SIGTERM", () => quit.resolve());

  voice.say(say.watching(shown(folder)));
  let timer: NodeJS.Timeout | undefined;
  const ignored = (path: string) => path.includes("node_modules");
  const { watch } = await import("chokidar");
  const watcher = watch(folder, { ignoreInitial: true, ignored });
  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(() => check().catch(quit.reject), TOGETHER_MS);
  });
  check().catch(quit.reject);
  try {
    await quit.promise;
  } finally {
    clearTimeout(timer);
    stopKeys();
    await watcher.close();
  }
}

/** Calls back with each key pressed, where standard input is a terminal. */
function listenForKeys(pressed: (key: string) => void): () => void {
  const { stdin } = process;
  if (!stdin.isTTY) return () => {};
  emitKeypressEvents(stdin);
  stdin.setRawMode(true);
  const onKey = (_text: string, key: { name?: string; ctrl?: boolean }) =>
    pressed(key.ctrl && key.name === "c" ? "q" : (key.name ?? ""));
  stdin.on("keypress", onKey);
  stdin.resume();
  return () => {
    stdin.off("keypress", onKey);
    stdin.setRawMode(false);
    stdin.pause();
  };
}
