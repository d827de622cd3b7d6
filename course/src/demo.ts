import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import pc from "picocolors";
import { ENDING_SIGNALS } from "./ending-signals.ts";
import type { Cell, Demo, Stage } from "../../test/harness/demo.ts";
import { Programs } from "../../test/harness/programs.ts";
import { buildTarget, startCommand, type BuiltTarget } from "../../test/harness/target.ts";
import { columns, type Voice } from "./console.ts";
import { drawBars, drawTable } from "./drawing.ts";
import { ExpectedError } from "./expected-error.ts";
import { layersOf, lessonNames, ROOT, type Lesson } from "./lesson.ts";
import { say } from "./words/say.ts";
import { wrap } from "./wrap.ts";

const WIDEST = 92;
/** How long a program may take to tidy up after itself, in ms. */
const LONGEST_END = 15_000;

/** A lesson's demonstration. @throws {ExpectedError} when it has none, with those that have one. */
export async function loadDemo(lesson: Lesson): Promise<Demo> {
  const path = fileOf(lesson.name);
  if (!existsSync(path)) {
    const others = lessonNames().filter((name) => existsSync(fileOf(name)));
    throw new ExpectedError(say.noDemo(lesson.name.slice(0, 2), others));
  }
  return ((await import(pathToFileURL(path).href)) as { default: Demo }).default;
}

/** Runs a demonstration, and ends all that it started, also when it fails or is interrupted. */
export async function runDemo(lesson: Lesson, demo: Demo, voice: Voice): Promise<void> {
  const { stage, end } = setStage(lesson, voice);
  const interrupted = Promise.withResolvers<never>();
  for (const signal of ENDING_SIGNALS)
    process.once(signal, () => interrupted.reject(new Interrupted(signal)));
  console.log(`${pc.bold(voice.pick(demo.title))}\n`);
  try {
    await Promise.race([demo.run(stage), interrupted.promise]);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    process.exitCode = 130; // as a shell tells of a command that Ctrl-C ended
  } finally {
    await end();
    if (process.exitCode === 130) process.exit();
  }
}

class Interrupted extends Error {}

function setStage(lesson: Lesson, voice: Voice): { stage: Stage; end(): Promise<void> } {
  const targets = new Map<string, Promise<BuiltTarget>>();
  const started: Programs[] = [];
  const ends: (() => unknown)[] = [];
  const width = Math.min(columns(), WIDEST);
  const words = (cell: Cell) => (typeof cell === "object" ? voice.pick(cell) : String(cell));
  const show = (lines: string[]) => console.log(`${lines.join("\n")}\n`);
  const build = (target: string) => {
    const built =
      targets.get(target) ??
      buildTarget({ lesson: lesson.folder, folders: layersOf(lesson, target) });
    targets.set(target, built);
    return built;
  };
  const stage: Stage = {
    language: voice.language,
    pick: voice.pick,
    say: (sentence) => show(wrap(voice.pick(sentence), width)),
    table: (head, rows) =>
      show(
        drawTable(
          head.map(words),
          rows.map((row) => row.map(words)),
        ),
      ),
    bars: (bars) =>
      show(
        drawBars(
          bars.map((bar) => ({
            ...bar,
            label: words(bar.label),
            text: words(bar.text ?? bar.value),
          })),
          width,
        ),
      ),
    folder: async (target) => (await build(target)).folder,
    async start(target, options = {}) {
      const { folder } = await build(target);
      const programs = new Programs({ folder, command: await startCommand(folder) });
      started.push(programs);
      return programs.start(options);
    },
    onEnd: (act) => void ends.push(act),
  };
  async function end(): Promise<void> {
    await Promise.allSettled(ends.toReversed().map(async (act) => act()));
    await Promise.allSettled(started.map((programs) => programs.stop(LONGEST_END)));
    const built = await Promise.allSettled(targets.values());
    for (const one of built) if (one.status === "fulfilled") await one.value.remove();
  }
  return { stage, end };
}

function fileOf(name: string): string {
  return join(ROOT, "test", "lessons", name, "demo.ts");
}
