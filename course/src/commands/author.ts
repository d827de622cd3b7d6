import type { Command } from "commander";
import { lessonNames, readLesson, type Lesson } from "../lesson.ts";
import { locateLesson } from "../locate.ts";
import { newLesson } from "../new-lesson.ts";
import { proveVariant, variantsOf } from "../prove.ts";
import { record, recordingsOf } from "../record.ts";
import { help } from "../words/cli.ts";
import { say } from "../words/say.ts";
import type { Setup } from "./setup-command.ts";

/** The commands of an author: prove, record, new-lesson. */
export function addAuthorCommands(program: Command, { voice }: Setup): void {
  const { pick } = voice;
  program
    .command("prove [lesson]")
    .description(pick(help.prove))
    .option("--only <slug>", pick(help.only))
    .option("-u, --update", pick(help.update))
    .option("--times <n>", pick(help.times), Number, 1)
    .action(async (typed: string | undefined, options: { only?: string; update?: boolean; times: number }) => {
      for (const lesson of chosen(typed)) {
        const variants = variantsOf(lesson).filter(({ slug }) => !options.only || slug === options.only);
        for (let i = 0; i < options.times; i++) {
          for (const variant of variants) {
            const started = performance.now();
            const wrong = await proveVariant(lesson, variant, options.update);
            tell(`${lesson.name} ${variant.kind} ${variant.slug}`, started, wrong);
          }
        }
      }
    });
  program
    .command("record [lesson] [name]")
    .description(pick(help.record))
    .option("--check", pick(help.checkOption))
    .action(async (typed: string | undefined, only: string | undefined, options: { check?: boolean }) => {
      for (const lesson of chosen(typed)) {
        const names = Object.keys(await recordingsOf(lesson)).filter((name) => !only || name === only);
        for (const name of names) {
          const started = performance.now();
          const wrong = await record(lesson, name, { update: !options.check });
          tell(`${lesson.name} ${name}`, started, wrong);
        }
      }
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
