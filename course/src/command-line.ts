import { Command, CommanderError } from "commander";
import { addAuthorCommands } from "./commands/author.ts";
import { addCheckCommands } from "./commands/check.ts";
import { addDemoCommand } from "./commands/demo.ts";
import { addLearnCommands } from "./commands/learn.ts";
import { addMachineCommands } from "./commands/machine.ts";
import { addStartCommand } from "./commands/start.ts";
import { voiceOf, type Voice } from "./console.ts";
import { EXIT, ExpectedError } from "./expected-error.ts";
import { chooseLanguage, type Language } from "./language.ts";
import { useScratch } from "./scratch.ts";
import { help, helpTitles } from "./words/cli.ts";
import { say } from "./words/say.ts";

/** Commands after which temporary folders could be left. */
const STARTS_PROGRAMS = new Set(["test", "check", "watch", "prove", "record", "demo", "bench"]);

/** `--lang` may stand anywhere, and decides the language of --help itself: it is read before commander reads the rest. */
function takeLanguage(words: string[]): { language: Language; rest: string[] } {
  const rest = [...words];
  const at = rest.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  if (at === -1) return { language: chooseLanguage(), rest };
  const [flag] = rest.splice(at, rest[at] === "--lang" ? 2 : 1);
  return { language: chooseLanguage(flag!.slice("--lang=".length) || words[at + 1] || ""), rest };
}

function commandLine(voice: Voice): Command {
  const { pick, language } = voice;
  const program = new Command("pnpm course")
    .description(pick(help.program))
    .option("--lang <language>", pick(help.lang))
    .helpOption("-h, --help", pick(help.helpOption))
    .helpCommand("help [command]", pick(help.helpCommand))
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .configureHelp({ styleTitle: (title) => helpTitles[language][title] ?? title });
  program.hook("preAction", (_program, command) => {
    if (STARTS_PROGRAMS.has(command.name())) useScratch();
  });
  const setup = { voice };
  addStartCommand(program, setup);
  addCheckCommands(program, setup);
  addLearnCommands(program, setup);
  addDemoCommand(program, setup);
  addMachineCommands(program, setup);
  addAuthorCommands(program, setup);
  for (const command of program.commands) {
    command.copyInheritedSettings(program).helpOption("-h, --help", pick(help.helpOption));
  }
  return program;
}

/** Two kinds of error: one sentence for what a user can put right; the whole stack for a bug of ours. */
function fail(error: unknown, voice: Voice): void {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (error.exitCode !== 0 && error.code !== "commander.help") {
      console.error(voice.pick(say.badUsage(error.message.replace(/^error: /, ""))));
    }
    return;
  }
  if (error instanceof ExpectedError) {
    console.error(voice.pick(error.words));
    process.exitCode = error.exitCode;
    return;
  }
  console.error(error);
  console.error(`${voice.pick(say.bug())} CONTRIBUTING.md`);
  process.exitCode = 70; // EX_SOFTWARE of sysexits.h: apart from "a check failed" (1)
}

// `pnpm course list | head -1`: the reader has gone, nobody is left to tell.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(EXIT.ok);
});

let voice = voiceOf("en");
try {
  const { language, rest } = takeLanguage(process.argv.slice(2));
  voice = voiceOf(language);
  await commandLine(voice).parseAsync(rest, { from: "user" });
} catch (error) {
  fail(error, voice);
}
