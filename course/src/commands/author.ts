import type { Command } from "commander";
import { EXIT, ExpectedError } from "../expected-error.ts";
import { inParallel } from "../in-parallel.ts";
import { lessonNames, readLesson, type Lesson } from "../lesson.ts";
import { locateLesson } from "../locate.ts";
import type { ProveOptions } from "../prove.ts";
import { tellOutcome } from "../tell-outcome.ts";
import { help } from "../words/cli.ts";
import { load } from "../words/load.ts";
import { mutants } from "../words/mutants.ts";
import { say } from "../words/say.ts";
import type { Setup } from "./setup-command.ts";

/** Runs of each variant on each slow machine. */
const LOAD_TIMES = 100;

interface Options extends ProveOptions {
  only?: string;
  times?: number;
  jobs: number;
  mutants?: boolean;
  load?: boolean;
  seed?: number;
  atMost?: number;
  record?: boolean;
}

interface BenchOptions {
  times: number;
  all?: boolean;
  record?: boolean;
}

interface RecordOptions {
  check?: boolean;
  jobs: number;
}

/** The commands of an author: prove, record, bench, new-lesson. */
export function addAuthorCommands(program: Command, { voice }: Setup): void {
  const { pick } = voice;
  program
    .command("prove [lesson]")
    .description(pick(help.prove))
    .option("--only <names>", pick(help.only))
    .option("-u, --update", pick(help.update))
    .option("--times <n>", pick(help.times), countOf("--times"))
    .option("--full", pick(help.full))
    .option("--jobs <n>", pick(help.jobs), countOf("--jobs"), 3)
    .option("--mutants", pick(help.mutants))
    .option("--load", pick(help.load))
    .option("--record", pick(help.recordProof))
    .option("--seed <n>", pick(help.seed), countOf("--seed"))
    .option("--at-most <n>", pick(help.atMost), countOf("--at-most"))
    .action(async (typed: string | undefined, all: Options) => {
      rejectSenseless(all);
      if (all.mutants) {
        const { proveByMutants } = await import("../mutants/prove.ts");
        for (const lesson of chosen(typed))
          if (!(await proveByMutants(lesson, voice, { times: 1, ...all })))
            process.exitCode = EXIT.failed;
        return;
      }
      if (all.load) {
        const { proveUnderLoad } = await import("../load/prove.ts");
        const seed = all.seed ?? 1 + (Date.now() % 1_000_000);
        if (!(await proveUnderLoad(chosen(typed), voice, { times: LOAD_TIMES, ...all, seed })))
          process.exitCode = EXIT.failed;
        return;
      }
      const { chooseVariants, provableHere, proveVariant } = await import("../prove.ts");
      const { only, times = 1, jobs, update = false, full = false } = all;
      const wanted = chooseVariants(chosen(typed), only);
      const here = await provableHere(wanted);
      for (const { lesson, variant } of wanted.filter((one) => !here.includes(one)))
        voice.say(say.notForThisMachine(`${lesson.name} ${variant.kind} ${variant.slug}`));
      const todo = here.flatMap((one) => Array.from({ length: times }, () => one));
      const outcomes = await inParallel(jobs, todo, async ({ lesson, variant }) => {
        const started = performance.now();
        const wrong = await proveVariant(lesson, variant, { update, full });
        return tellOutcome(`${lesson.name} ${variant.kind} ${variant.slug}`, started, wrong);
      });
      if (outcomes.includes(false)) process.exitCode = EXIT.failed;
    });
  program
    .command("record [lesson] [name]")
    .description(pick(help.record))
    .option("--check", pick(help.checkOption))
    .option("--jobs <n>", pick(help.jobs), countOf("--jobs"), 1)
    .action(async (typed: string | undefined, only: string | undefined, options: RecordOptions) => {
      const { record, recordingsOf } = await import("../record.ts");
      const todo: { lesson: Lesson; name: string }[] = [];
      for (const lesson of chosen(typed)) {
        for (const name of Object.keys(await recordingsOf(lesson)))
          if (!only || name === only) todo.push({ lesson, name });
      }
      const outcomes = await inParallel(options.jobs, todo, async ({ lesson, name }) => {
        const started = performance.now();
        const make = () => record(lesson, name, { update: !options.check });
        // A busy machine may have been slower than what is typed allows for.
        const wrong = (await make()) && (await make());
        return tellOutcome(`${lesson.name} ${name}`, started, wrong);
      });
      if (outcomes.includes(false)) process.exitCode = EXIT.failed;
    });
  program
    .command("bench [lesson]")
    .description(pick(help.bench))
    .option("--times <n>", pick(help.times), countOf("--times"), 3)
    .option("--all", pick(help.benchAll))
    .option("--record", pick(help.recordProof))
    .action(async (typed: string | undefined, options: BenchOptions) => {
      if (typed && options.record) throw new ExpectedError(say.recordsAll());
      const { runBench } = await import("../bench.ts");
      await runBench(chosen(typed), voice, options);
    });
  program
    .command("new-lesson <name>")
    .description(pick(help.newLesson))
    .action(async (name: string) => {
      const { newLesson } = await import("../new-lesson.ts");
      voice.say(say.lessonMade(newLesson(name)));
    });
}

/** @throws {ExpectedError} when options are given that have no meaning together. */
function rejectSenseless(options: Options): void {
  const { mutants: asked, load: slow, update, full, atMost, seed, record: noted } = options;
  const kind = asked ? "--mutants" : "--load";
  if (asked && slow) throw new ExpectedError(mutants.notTogether("--load", kind));
  if ((asked || slow) && update) throw new ExpectedError(mutants.notTogether("--update", kind));
  if ((asked || slow) && full) throw new ExpectedError(mutants.notTogether("--full", kind));
  if (!asked && !slow && atMost) throw new ExpectedError(mutants.onlyTogether("--at-most"));
  if (!asked && !slow && noted) throw new ExpectedError(mutants.onlyTogether("--record"));
  if (!slow && seed) throw new ExpectedError(load.onlyTogether("--seed"));
}

/** Reads the number of an option. @throws {ExpectedError} when it is none, or less than 1. */
function countOf(flag: string): (text: string) => number {
  return (text) => {
    const count = Number(text);
    if (Number.isInteger(count) && count >= 1) return count;
    throw new ExpectedError(say.badCount(flag, text));
  };
}

function chosen(typed: string | undefined): Lesson[] {
  return typed ? [locateLesson(typed)] : lessonNames().map(readLesson);
}
