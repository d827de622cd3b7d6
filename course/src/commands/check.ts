import type { Command } from "commander";
import { checkTarget, type CheckOptions } from "../check-target.ts";
import { chosenLesson } from "../choose-lesson.ts";
import { ExpectedError } from "../expected-error.ts";
import { locate } from "../locate.ts";
import { runOwnSuite } from "../own-suite.ts";
import { workFolder } from "../lesson.ts";
import { watchLesson } from "../watch.ts";
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
      if (typed.length === 0 && !options.watch)
        process.exitCode = await runOwnSuite(options.long ?? false);
      else process.exitCode = await checkAll(typed, options);
    });
  program
    .command("check [lesson]")
    .description(pick(help.check))
    .option("--task <id...>", pick(help.task))
    .option("--all", pick(help.all))
    .option("--json", pick(help.json))
    .action(async (typed: string | undefined, options: Options) => {
      const lesson = chosenLesson(typed);
      const target = { lesson, kind: "work" as const, folder: workFolder(lesson) };
      process.exitCode = await checkTarget(target, voice, chosen(options));
    });
  program
    .command("watch [lesson]")
    .description(pick(help.watch))
    .action(async (typed: string | undefined) => watchLesson(chosenLesson(typed), voice));

  async function checkAll(typed: string[], options: Options): Promise<number> {
    // Every name is looked up before the first check runs.
    const targets = typed.flatMap(locate);
    if (options.watch) {
      if (targets.length !== 1 || targets[0]!.kind !== "work")
        throw new ExpectedError(say.oneTargetForWatch());
      await watchLesson(targets[0]!.lesson, voice);
      return 0;
    }
    let worst = 0;
    for (const target of targets) {
      const code = await checkTarget(target, voice, chosen(options));
      // A failure outweighs "not checked".
      worst = worst === 1 ? 1 : code === 1 ? 1 : Math.max(worst, code);
    }
    return worst;
  }
}

function chosen({ task, all, json }: Options): CheckOptions {
  return { tasks: task, all, json };
}
