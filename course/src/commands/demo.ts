import type { Command } from "commander";
import { locateLesson } from "../locate.ts";
import { help } from "../words/cli.ts";
import type { Setup } from "./setup-command.ts";

/** `pnpm course demo 04`: what a teacher shows to a room, and a reader sees for the first time. */
export function addDemoCommand(program: Command, { voice }: Setup): void {
  const { pick } = voice;
  program
    .command("demo <lesson>")
    .description(pick(help.demo))
    .addHelpText("after", `\n<lesson>: ${pick(help.lessonName)}`)
    .action(async (typed: string) => {
      const { getComponent } = await import("../components/get.ts");
      const { loadDemo, runDemo } = await import("../demo.ts");
      const lesson = locateLesson(typed);
      for (const name of lesson.needs) await getComponent(name, { say: voice.say });
      await runDemo(lesson, await loadDemo(lesson), voice);
    });
}
