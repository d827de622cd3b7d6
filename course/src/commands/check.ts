import type { Command } from "commander";
import type { CheckOptions } from "../check-target.ts";
import { chosenLesson } from "../choose-lesson.ts";
import { ExpectedError } from "../expected-error.ts";
import { locate } from "../locate.ts";
import { workFolder, type Lesson } from "../lesson.ts";
import { help } from "../words/cli.ts";
import { say } from "../words/say.ts";
import type { Setup } from "./setup-command.ts";

interface Options {
  task?: string[];
  all?: boolean;
  watch?: boolean;
  json?: boolean;
  long?: boolean;
}

/** `pnpm test` and `pnpm course check`. */
export function addCheckCommands(program: Command, { voice }: Setup): void {
  const { pick } = voice;
  program
    .command("test [targets...]")
    .description(pick(help.test))
    .addHelpText("after", `\n${pick(help.targetsArgument)}`)
    .option("--task <id...>", pick(help.task))
    .option("--all", pick(help.all))
    .option("--watch", pick(help.watchOption))
    .option("--json", pick(help.json))
    .option("--long", pick(help.long))
    .action(async (typed: string[], options: Options) => {
      if (typed.length > 0 || options.watch) process.exitCode = await checkAll(typed, options);
      else {
        const { runOwnSuite } = await import("../own-suite.ts");
        process.exitCode = await runOwnSuite(options.long ?? false);
      }
    });
  program
    .command("check [lesson]")
    .description(pick(help.check))
    .option("--task <id...>", pick(help.task))
    .option("--all", pick(help.all))
    .option("--json", pick(help.json))
    .action(async (typed: string | undefined, options: Options) => {
      const lesson = chosenLesson(typed);
      const { checkTarget } = await import("../check-target.ts");
      const target = { lesson, kind: "work" as const, folder: workFolder(lesson) };
      process.exitCode = await checkTarget(target, voice, chosen(options));
    });
  program
    .command("watch [lesson]")
    .description(pick(help.watch))
    .action(async (typed: string | undefined) => watch(chosenLesson(typed)));

  async function checkAll(typed: string[], options: Options): Promise<number> {
    // Every name is looked up before the first check runs.
    const targets = typed.flatMap(locate);
    if (options.watch) {
      if (targets.length !== 1 || targets[0]!.kind !== "work")
        throw new ExpectedError(say.oneTargetForWatch());
      await watch(targets[0]!.lesson);
      return 0;
    }
    const { checkTarget } = await import("../check-target.ts");
    let worst = 0;
    for (const target of targets) {
      const code = await checkTarget(target, voice, chosen(options));
      // A failure outweighs "not checked".
      worst = worst === 1 ? 1 : code === 1 ? 1 : Math.max(worst, code);
    }
    return worst;
  }

  async function watch(lesson: Lesson): Promise<void> {
    const { watchLesson } = await import("../watch.ts");
    await watchLesson(lesson, voice);
  }
}

function chosen({ task, all, json }: Options): CheckOptions {
  return { tasks: task, all, json };
}
