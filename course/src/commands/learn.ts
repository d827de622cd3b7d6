import { join } from "node:path";
import type { Command } from "commander";
import pc from "picocolors";
import { chosenLesson, isSolved, unsolvedTask } from "../choose-lesson.ts";
import { columns } from "../console.ts";
import { ExpectedError } from "../expected-error.ts";
import { lessonNames, readLesson, shown, workFolder, ROOT, type Lesson } from "../lesson.ts";
import { noteProgress, progressOf } from "../progress.ts";
import { ensureWork, replaceWork } from "../work.ts";
import { wrap } from "../wrap.ts";
import { help } from "../words/cli.ts";
import { say } from "../words/say.ts";
import type { Voice } from "../console.ts";
import type { Setup } from "./setup-command.ts";

/** The commands of a learner: list, hint, diff, solve, reset, run, open, next. */
export function addLearnCommands(program: Command, { voice }: Setup): void {
  const { pick } = voice;
  program
    .command("list")
    .description(pick(help.list))
    .action(() => list(voice));
  program
    .command("next")
    .description(pick(help.next))
    .action(() => next(voice));
  forLesson("hint", help.hint, (lesson) => hint(lesson, voice));
  forLesson("solve", help.solve, (lesson) => {
    replaceWork(lesson, join(ROOT, "solutions", lesson.name), voice);
    voice.say(say.solved(shown(workFolder(lesson))));
  });
  forLesson("reset", help.reset, (lesson) => {
    replaceWork(lesson, join(lesson.folder, "starter"), voice);
    noteProgress(lesson, () => ({ solved: [], hints: {} }));
    voice.say(say.wasReset(shown(workFolder(lesson))));
  });
  forLesson("open", help.open, async (lesson) => {
    const { openInEditor } = await import("../open-editor.ts");
    ensure(lesson);
    openInEditor(join(workFolder(lesson), lesson.files[0]!), voice);
  });
  forLesson("run", help.run, async (lesson) => {
    const { runByHand } = await import("../run-by-hand.ts");
    ensure(lesson);
    await runByHand(lesson, voice);
  });
  forLesson("diff", help.diff, async (lesson, options) => {
    const { differences } = await import("../diff.ts");
    const other = options.starter
      ? join(lesson.folder, "starter")
      : join(ROOT, "solutions", lesson.name);
    const text = differences(workFolder(lesson), other);
    if (text === undefined) throw new ExpectedError(say.noWork(shown(workFolder(lesson))));
    console.log(text || pick(say.noDifference()));
  }).option("--starter", pick(help.starterOption));

  function forLesson(
    name: string,
    words: Record<"en" | "zh-TW", string>,
    act: (lesson: Lesson, options: { starter?: boolean }) => unknown,
  ): Command {
    return program
      .command(`${name} [lesson]`)
      .description(pick(words))
      .addHelpText("after", `\n[lesson]: ${pick(help.lessonArgument)}`)
      .action(async (typed: string | undefined, options: { starter?: boolean }) => {
        await act(chosenLesson(typed), options);
      });
  }

  function ensure(lesson: Lesson): void {
    if (ensureWork(lesson)) voice.say(say.copiedStarter(shown(workFolder(lesson))));
  }
}

/** All lessons with minutes and progress. */
export function list(voice: Voice): void {
  for (const lesson of lessonNames().map(readLesson)) {
    const solved = progressOf(lesson).solved.length;
    const mark = isSolved(lesson) ? pc.green("✓") : solved > 0 ? pc.yellow("…") : pc.dim("·");
    const facts = [
      voice.pick(say.minutes(lesson.minutes)),
      voice.pick(say.tasksSolved(solved, lesson.tasks.length)),
    ];
    const { title } = lesson.words[voice.language];
    console.log(`${mark} ${lesson.name.slice(0, 2)} ${title}  ${pc.dim(facts.join(" · "))}`);
  }
}

/** What to do next: the next unsolved task of the lesson at hand, else the next unsolved lesson. */
export function next(voice: Voice): void {
  const current = chosenLesson();
  const task = unsolvedTask(current);
  if (task) {
    const { title } = current.words[voice.language].tasks[task.id]!;
    return voice.say(say.nextTask(current.name.slice(0, 2), title));
  }
  voice.say(say.lessonSolved(current.name.slice(0, 2)));
  const other = lessonNames()
    .map(readLesson)
    .find((lesson) => !isSolved(lesson));
  if (!other) return voice.say(say.allDone());
  voice.say(say.nextLesson(other.name.slice(0, 2), other.words[voice.language].title));
}

/** Shows all hints seen so far of the first unsolved task, and one more. */
export function hint(lesson: Lesson, voice: Voice): void {
  const task = unsolvedTask(lesson);
  if (!task) return voice.say(say.lessonSolved(lesson.name.slice(0, 2)));
  const { title, hints } = lesson.words[voice.language].tasks[task.id]!;
  const seen = progressOf(lesson).hints[task.id] ?? 0;
  const now = Math.min(seen + 1, hints.length);
  noteProgress(lesson, (known) => ({ ...known, hints: { ...known.hints, [task.id]: now } }));
  for (const [i, text] of hints.slice(0, now).entries()) {
    const paint = i === now - 1 ? String : pc.dim;
    console.log(pc.bold(paint(voice.pick(say.hintOf(i + 1, hints.length, title)))));
    console.log(`${wrap(text, Math.min(columns(), 92)).map(paint).join("\n")}\n`);
  }
  if (seen >= hints.length) voice.say(say.allHintsSeen());
}
