import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import { ask } from "../../harness/probe.ts";
import { isAlive, processTable } from "../../harness/processes.ts";
import type { Program } from "../../harness/program.ts";
import { until } from "../../harness/wait.ts";
import { mustBeSeen } from "./platform.ts";

const TOOLS = /\bnode --watch\b|\b(?:nodemon|node-dev|ts-node-dev|pm2|forever)\b/;

/** Kills the process that serves: what the command has started must then end, or serve again by itself. */
export async function mustEndWithIt(program: Program): Promise<void> {
  mustBeSeen(program);
  await ask(program.url);
  const pid = program.trace.of("request")[0]?.pid ?? program.trace.of("listen")[0]!.pid;
  process.kill(pid, "SIGKILL");
  await until(() => !isAlive(pid), { what: "the death of the program", within: patience(5000) });
  // Not whether the port is open: a process that is killed may keep it for a moment longer than its pid.
  const serves = async () => (await ask(program.url, { within: patience(500) })).kind === "answer";
  const over = async () => program.exit ?? (await serves());
  const within = patience(700);
  if (await until(over, { what: "an end", within }).catch(() => false)) return;
  const commands = descendants(program.pid);
  const tool = commands.map((one) => TOOLS.exec(one)?.[0]).find((one) => one !== undefined);
  const command = program.command.at(-1);
  throw tool
    ? new Finding("dev-tool-stays", { tool, command })
    : new Finding("outlives-the-program", { command });
}

/** The command lines of a process and of all below it. */
function descendants(pid: number): string[] {
  const table = processTable();
  const below = (parent: number): string[] =>
    table.flatMap((one) => (one.ppid === parent ? [one.command, ...below(one.pid)] : []));
  return [table.find((one) => one.pid === pid)?.command ?? "", ...below(pid)];
}
