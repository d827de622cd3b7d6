import { once } from "node:events";
import { dirname, delimiter, join } from "node:path";
import getPort from "get-port";
import pc from "picocolors";
import { ENDING_SIGNALS } from "./ending-signals.ts";
import { startKeeper, type Exit } from "../../test/harness/keeper.ts";
import { startCommand } from "../../test/harness/target.ts";
import { getComponent } from "./components/get.ts";
import type { Voice } from "./console.ts";
import { EXIT, ExpectedError } from "./expected-error.ts";
import { ROOT, workFolder, type Lesson } from "./lesson.ts";
import { nextPort } from "./next-port.ts";
import { say } from "./words/say.ts";

const DOCUMENTED_PORT = 3000;

/**
 * Starts the learner's program as the lesson says, on the lesson's port or else on port 3000 or the next free one, shows its
 * output as it comes, and ends it with everything it started when the learner presses Ctrl-C. Resolves when it has ended.
 * @throws {ExpectedError} when the lesson's own port is taken. @throws {ComponentMissing} when nginx or Redis can't be had.
 */
export async function runByHand(lesson: Lesson, voice: Voice): Promise<void> {
  const port = await choosePort(lesson.run.port);
  const shown = lesson.run.with ? ["node", lesson.run.with] : await startCommand(lesson.folder);
  const command = lesson.run.with ? ["node", join(ROOT, lesson.run.with)] : shown;
  // What the learner sets in the shell wins over what the lesson would choose.
  const env: NodeJS.ProcessEnv = { ...lesson.run.env, ...process.env };
  const settings = Object.keys(lesson.run.env).map((name) => `${name}=${env[name]}`);
  const needed = await componentsFor(lesson, voice);
  const documented = lesson.run.port ?? DOCUMENTED_PORT;
  if (port !== documented) voice.say(say.portMoved(documented, port));
  voice.say(say.running([...settings, ...shown].join(" "), port));
  for (const line of lesson.run.try)
    console.log(
      `  ${line.replaceAll(/(?<=localhost:)\d+/g, (one) => String(Number(one) + port - documented))}`,
    );
  console.log();

  let ended: Exit | undefined;
  const path = [dirname(process.execPath), process.env["PATH"], ...needed.folders].join(delimiter);
  const keeper = startKeeper(
    command,
    {
      cwd: workFolder(lesson),
      env: { ...env, ...needed.env, PORT: String(port), PATH: path },
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
  for (const signal of ENDING_SIGNALS) process.once(signal, () => keeper.end(5000));
  await once(keeper.child, "exit");
  voice.say(say.ended(ended?.signal ?? `code ${ended?.code ?? "?"}`));
}

async function choosePort(fixed: number | undefined): Promise<number> {
  if (fixed === undefined) return nextPort(DOCUMENTED_PORT);
  if ((await getPort({ port: fixed })) === fixed) return fixed;
  throw new ExpectedError(say.ownPortTaken(fixed), EXIT.failed);
}

/** Where the lesson's components are, and what their environment needs; a private copy is on nobody's PATH. */
async function componentsFor(
  { needs }: Lesson,
  voice: Voice,
): Promise<{ folders: string[]; env: Record<string, string> }> {
  const found = [];
  for (const name of needs) found.push(await getComponent(name, { say: voice.say }));
  return {
    folders: found.map(({ path }) => dirname(path)),
    env: Object.assign({}, ...found.map(({ env }) => env)) as Record<string, string>,
  };
}
