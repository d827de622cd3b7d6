import { once } from "node:events";
import { dirname, delimiter, join } from "node:path";
import getPort, { portNumbers } from "get-port";
import pc from "picocolors";
import { startKeeper, type Exit } from "../../test/harness/keeper.ts";
import { startCommand } from "../../test/harness/target.ts";
import type { Voice } from "./console.ts";
import { ROOT, workFolder, type Lesson } from "./lesson.ts";
import { say } from "./words/say.ts";

const DOCUMENTED_PORT = 3000;

/**
 * Starts the learner's program as the lesson says, on port 3000 or the next free one, shows its output as it comes, and ends
 * it with everything it started when the learner presses Ctrl-C. Resolves when the program has ended.
 */
export async function runByHand(lesson: Lesson, voice: Voice): Promise<void> {
  const port = await getPort({ port: portNumbers(DOCUMENTED_PORT, DOCUMENTED_PORT + 99) });
  const shown = lesson.run.with ? ["node", lesson.run.with] : await startCommand(lesson.folder);
  const command = lesson.run.with ? ["node", join(ROOT, lesson.run.with)] : shown;
  // What the learner sets in the shell wins over what the lesson would choose.
  const env: NodeJS.ProcessEnv = { ...lesson.run.env, ...process.env };
  const settings = Object.keys(lesson.run.env).map((name) => `${name}=${env[name]}`);
  if (port !== DOCUMENTED_PORT) voice.say(say.portMoved(DOCUMENTED_PORT, port));
  voice.say(say.running([...settings, ...shown].join(" "), port));
  for (const line of lesson.run.try)
    console.log(
      `  ${line.replaceAll(/(?<=localhost:)\d+/g, (one) => String(Number(one) + port - DOCUMENTED_PORT))}`,
    );
  console.log();

  let ended: Exit | undefined;
  const path = [dirname(process.execPath), process.env["PATH"]].join(delimiter);
  const keeper = startKeeper(
    command,
    {
      cwd: workFolder(lesson),
      env: { ...env, PORT: String(port), PATH: path },
    },
    {
      onPid: () => {},
      onExit: (exit) => {
        ended = exit;
        keeper.end(0);
      },
      onMany: () => {},
      onForced: () => {},
      onLeft: (left) => console.log(pc.yellow(voice.pick(say.leftBehind(left.command)))),
      onLost: () => {},
      onDone: () => {},
    },
  );
  keeper.child.stdout!.pipe(process.stdout, { end: false });
  keeper.child.stderr!.pipe(process.stderr, { end: false });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.once(signal, () => keeper.end(5000));
  await once(keeper.child, "exit");
  voice.say(say.ended(ended?.signal ?? `code ${ended?.code ?? "?"}`));
}
