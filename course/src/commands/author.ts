import type { Command } from "commander";
import { lessonNames, readLesson, type Lesson } from "../lesson.ts";
import { locateLesson } from "../locate.ts";
import { newLesson } from "../new-lesson.ts";
import { proveVariant, variantsOf, type ProveOptions } from "../prove.ts";
import { record, recordingsOf } from "../record.ts";
import { help } from "../words/cli.ts";
import { say } from "../words/say.ts";
import type { Setup } from "./setup-command.ts";

interface Options extends ProveOptions {
  only?: string;
  times: number;
  jobs: number;
}

interface RecordOptions {
  check?: boolean;
  jobs: number;
}

/** The commands of an author: prove, record, new-lesson. */
export function addAuthorCommands(program: Command, { voice }: Setup): void {
  const { pick } = voice;
  program
    .command("prove [lesson]")
    .description(pick(help.prove))
    .option("--only <slug>", pick(help.only))
    .option("-u, --update", pick(help.update))
    .option("--times <n>", pick(help.times), Number, 1)
    .option("--full", pick(help.full))
    .option("--jobs <n>", pick(help.jobs), Number, 3)
    .action(async (typed: string | undefined, { only, times, jobs, ...options }: Options) => {
      const todo = chosen(typed).flatMap((lesson) =>
        variantsOf(lesson)
          .filter(({ slug }) => !only || slug === only)
          .flatMap((variant) => Array.from({ length: times }, () => ({ lesson, variant }))),
      );
      await inParallel(jobs, todo, async ({ lesson, variant }) => {
        const started = performance.now();
        const wrong = await proveVariant(lesson, variant, options);
        tell(`${lesson.name} ${variant.kind} ${variant.slug}`, started, wrong);
      });
    });
  program
    .command("record [lesson] [name]")
    .description(pick(help.record))
    .option("--check", pick(help.checkOption))
    .option("--jobs <n>", pick(help.jobs), Number, 1)
    .action(async (typed: string | undefined, only: string | undefined, options: RecordOptions) => {
      const todo: { lesson: Lesson; name: string }[] = [];
      for (const lesson of chosen(typed)) {
        for (const name of Object.keys(await recordingsOf(lesson)))
          if (!only || name === only) todo.push({ lesson, name });
      }
      await inParallel(options.jobs, todo, async ({ lesson, name }) => {
        const started = performance.now();
        const make = () => record(lesson, name, { update: !options.check });
        // A busy machine may have been slower than what is typed allows for.
        const wrong = (await make()) && (await make());
        tell(`${lesson.name} ${name}`, started, wrong);
      });
    });
  program
    .command("new-lesson <name>")
    .description(pick(help.newLesson))
    .action((name: string) => voice.say(say.lessonMade(newLesson(name))));
}

function chosen(typed: string | undefined): Lesson[] {
  return typed ? [locateLesson(typed)] : lessonNames().map(readLesson);
}

function tell(what: string, started: number, wrong: string | undefined): void {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${wrong ? "✗" : "✓"} ${what} (${seconds} s)${wrong ? `\n  ${wrong}` : ""}`);
  if (wrong) process.exitCode = 1;
}

/** Does all of `todo`, at most `jobs` at a time, beginning in order. */
async function inParallel<T>(
  jobs: number,
  todo: T[],
  act: (one: T) => Promise<void>,
): Promise<void> {
  const rest = todo.values();
  const work = async () => {
    for (const one of rest) await act(one);
  };
  await Promise.all(Array.from({ length: Math.max(1, jobs) }, work));
}
