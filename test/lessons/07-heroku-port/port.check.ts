import { randomInt } from "node:crypto";
import { lstatSync } from "node:fs";
import { join } from "node:path";
import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { portsOf } from "../../harness/open-ports.ts";
import { patience } from "../../harness/pace.ts";
import { ask } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import { task } from "../../harness/task.ts";
import { until } from "../../harness/wait.ts";
import { mustListen, portOf, takeDesk } from "./desk.ts";

/** The port that the task names, and the commands of the guide ask for. */
const USUAL = 3000;
/**
 * One of each kind: a text, any free port, what parseInt() cuts off and Number() does not, the first one that is too high, one below
 * all. The last one is none that a program can have known before.
 */
const nonsense = () => ["abc", "0", "3000.5", "65536", String(-randomInt(1, 65_536))];

/** Both belong to the range. Who may not open them, or finds them taken, has still meant to. */
const EDGES = ["1", "65535"];

task("port", ({ check }) => {
  check("follows-port", async (context) => {
    const { run } = await takeDesk(context);
    const program = await run({});
    await mustListen(program);
    await mustAnswer(program);
  });

  check("falls-back", async (context) => {
    const { run } = await takeDesk(context);
    // Both at once: they get into each other's way, and what stops the second one names the port that it wanted.
    const [absent, empty] = await Promise.all([run({ PORT: undefined }), run({ PORT: "" })]);
    const common = () => portsOf(absent).filter((port) => portsOf(empty).includes(port));
    const [first, second] = await Promise.all([portOf(absent), portOf(empty)]);
    if (first === undefined) throw new Finding("no-fallback", { how: "absent" });
    if (second === undefined) throw new Finding("no-fallback", { how: "empty" });
    // Also where the port is taken, by somebody else or by the other one of the two: they are told to want it.
    const usual = () => common().includes(USUAL);
    if (await until(usual, { what: "the usual port", within: patience(500) }).catch(() => false))
      return;
    const [other] = common();
    if (other !== undefined) throw new Finding("fallback-other", { port: other, usual: USUAL });
    throw new Finding("fallback-random", { absent: first, empty: second });
  });

  check("refuses-nonsense", async (context) => {
    const { run, folder } = await takeDesk(context);
    const judged = nonsense().map(async (value) =>
      judge(value, await run({ PORT: value }), folder),
    );
    const first = (await Promise.all(judged)).find((one) => one !== undefined);
    if (first) throw first;
    const edges = EDGES.map(async (value) => mustTry(value, await run({ PORT: value })));
    await Promise.all(edges);
  });
});

async function mustTry(value: string, program: Program): Promise<void> {
  const port = await portOf(program);
  const tried = port !== undefined || program.trace.of("listen-error").length > 0;
  if (program.exit && !tried) throw new Finding("port-refused", { value });
}

/** At this machine's own address: at which others it listens is for the next task. */
async function mustAnswer(program: Program): Promise<void> {
  const outcome = await ask(program.url.replace("127.0.0.1", "localhost"));
  if (outcome.kind === "answer") return;
  const six = await ask(program.url.replace("127.0.0.1", "[::1]"));
  if (six.kind === "answer") return;
  await program.exited(patience(300)).catch(() => {}); // it may have ended over the request
  program.mustLive();
  throw new Finding("no-answer", endOf(outcome));
}

/** What is wrong with how the program takes a PORT that is no port, if anything. */
async function judge(
  value: string,
  program: Program,
  folder: string,
): Promise<Finding | undefined> {
  const isSocket = () => isSocketFile(join(folder, value));
  const port = await portOf(program, isSocket);
  if (isSocket()) return new Finding("socket-file", { value });
  const exit = await until(() => program.exit, { what: "exit", within: patience(300) }).catch(
    () => undefined,
  );
  // A port that it meant to use, and did not give up by itself.
  const kept = !exit || program.trace.of("listen-error").some((one) => one["port"]);
  if (port !== undefined && kept) {
    const any = Number(value) === 0 && !portsOf(program).includes(USUAL);
    return new Finding(any ? "zero-is-any" : "nonsense-replaced", { value, port });
  }
  if (!exit) return new Finding("nonsense-ignored", { value });
  if (exit.code === 0) return new Finding("nonsense-ends-with-0", { value });
  const named = [program.stdout, program.stderr].some(({ text }) =>
    /\bPORT\b/.test(ownWords(text)),
  );
  return named ? undefined : new Finding("nonsense-without-sentence", { value });
}

/** Without the lines of source that Node.js prints above an uncaught error: `process.env.PORT` in there tells nobody anything. */
function ownWords(text: string): string {
  return text.replace(/^.+:\d+\n.*\n[ \t]*\^+[ \t]*$/gm, "");
}

function isSocketFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSocket() ?? false;
}
