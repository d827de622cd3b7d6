import type { Command } from "commander";
import pc from "picocolors";
import { COMPONENTS, type ComponentName } from "../components/table.ts";
import { columns, type Voice } from "../console.ts";
import type { State } from "../doctor/entry.ts";
import { EXIT, ExpectedError } from "../expected-error.ts";
import { help } from "../words/cli.ts";
import { say } from "../words/say.ts";
import { wrap } from "../wrap.ts";
import type { Setup } from "./setup-command.ts";

const MARKS: Record<State, string> = { ok: pc.green("✓"), warn: pc.yellow("!"), bad: pc.red("✗") };
/** What lessons need; Chromium is for the course's own browser tests and has to be named. */
const FOR_LESSONS: ComponentName[] = ["nginx", "redis"];

/** The commands about this machine: doctor, setup. */
export function addMachineCommands(program: Command, { voice }: Setup): void {
  const { pick } = voice;
  program
    .command("doctor")
    .description(pick(help.doctor))
    .option("--json", pick(help.json))
    .action(async ({ json }: { json?: boolean }) => {
      if (!(await doctor(voice, json))) process.exitCode = EXIT.failed;
    });
  program
    .command("setup [components...]")
    .description(pick(help.setup))
    .addHelpText("after", `\n${pick(help.componentsArgument)}`)
    .option("--system", pick(help.system))
    .action(async (typed: string[], { system }: { system?: boolean }) => {
      const unknown = typed.find((name) => !isComponent(name));
      if (unknown !== undefined)
        throw new ExpectedError(say.noSuchComponent(unknown, [...COMPONENTS]));
      if (system) {
        const { setupSystem } = await import("../components/system.ts");
        await setupSystem(typed.length > 0 ? typed.filter(isComponent) : [...COMPONENTS], voice);
      }
      const names =
        typed.length > 0 ? typed.filter(isComponent) : system ? [...COMPONENTS] : FOR_LESSONS;
      for (const name of names) await fetchComponent(name, voice);
    });
}

/** Looks at the machine and says what to do about each. @returns whether lessons can be done here. */
async function doctor(voice: Voice, json = false): Promise<boolean> {
  const { diagnose } = await import("../doctor/diagnose.ts");
  let fit = true;
  for await (const entry of diagnose()) {
    const { state, say: seen, fix } = entry;
    fit &&= state !== "bad";
    if (json) {
      console.log(JSON.stringify(entry));
      continue;
    }
    const [first, ...more] = wrap(voice.pick(seen), columns() - 4);
    console.log([`${MARKS[state]} ${first}`, ...more.map((line) => `  ${line}`)].join("\n"));
    for (const line of fix ? wrap(voice.pick(fix), columns() - 6) : []) console.log(`    ${line}`);
  }
  if (!json) voice.say(fit ? say.fit() : say.unfit());
  return fit;
}

async function fetchComponent(name: ComponentName, voice: Voice): Promise<void> {
  const { findComponent } = await import("../components/find.ts");
  const { getComponent } = await import("../components/get.ts");
  const before = await findComponent(name);
  const line = await voice.progress(say.fetching(name, 0));
  try {
    const got = await getComponent(name, {
      say(words) {
        line.clear();
        voice.say(words);
      },
      onProgress: (percent) => (line.text = voice.pick(say.fetching(name, percent))),
    });
    line.stop();
    voice.say(
      before
        ? say.hasComponent(name, got.version, got.path)
        : say.gotComponent(name, got.version, got.path),
    );
  } finally {
    line.stop();
  }
}

function isComponent(name: string): name is ComponentName {
  return (COMPONENTS as readonly string[]).includes(name);
}
