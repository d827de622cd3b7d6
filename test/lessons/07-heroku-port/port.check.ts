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

/** The last one is none that a program can have known before. */
const nonsense = () => ["abc", "-1", "3000x", String(randomInt(65_536, 1_000_000))];

task("port", ({ check }) => {
  check("follows-port", async (context) => {
    const { run } = await takeDesk(context);
    const program = await run({});
    await mustListen(program);
    const outcome = await ask(program.url.replace("127.0.0.1", "localhost"));
    if (outcome.kind !== "answer") throw new Finding("no-answer", endOf(outcome));
  });

  check("falls-back", async (context) => {
    const { run } = await takeDesk(context);
    // Both at once: they get into each other's way, and what stops the second one names the port that it wanted.
    const [absent, empty] = await Promise.all([run({ PORT: undefined }), run({ PORT: "" })]);
    const common = () => portsOf(absent).find((port) => portsOf(empty).includes(port));
    const [first, second] = await Promise.all([portOf(absent), portOf(empty)]);
    if (first === undefined) throw new Finding("no-fallback", { how: "absent" });
    if (second === undefined) throw new Finding("no-fallback", { how: "empty" });
    const late = { what: "a common port", within: patience(500) };
    if (await until(common, late).catch(() => false)) return;
    throw new Finding("fallback-random", { absent: first, empty: second });
  });

  check("refuses-nonsense", async (context) => {
    const { run, folder } = await takeDesk(context);
    const judged = nonsense().map(async (value) =>
      judge(value, await run({ PORT: value }), folder),
    );
    const first = (await Promise.all(judged)).find((one) => one !== undefined);
    if (first) throw first;
  });
});

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
  if (port !== undefined && kept) return new Finding("nonsense-replaced", { value, port });
  if (!exit) return new Finding("nonsense-ignored", { value });
  if (exit.code === 0) return new Finding("nonsense-ends-with-0", { value });
  const { crash, output } = program;
  const named = /\bPORT\b/.test(crash?.message ?? output.text);
  return named ? undefined : new Finding("nonsense-without-sentence", { value });
}

function isSocketFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSocket() ?? false;
}
