import type { Agent } from "node:http";
import { Finding } from "../../harness/finding.ts";
import { ask, jsonOf, oneConnection } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import { settled } from "./flight.ts";

/** The first line of a receipt, when it is whole. */
const COMPLETE = "receipt: taro milk";

/** The lines of both outputs; read apart, because pieces of the two may arrive mixed. */
export function printed({ stdout, stderr }: Program): string[] {
  return [...stdout.lines, ...stderr.lines].map((line) => line.trimEnd());
}

/** What stands before the lines in place of the id: the id of another worker, or a pid. */
export function prefixOf(program: Program, lines: string[]): "worker" | "pid" | undefined {
  const [, number] = /^\[(\d+)\] /.exec(lines[0] ?? "") ?? [];
  if (number === undefined) return undefined;
  const forks = program.trace.of("fork");
  if (forks.some(({ child }) => String(child) === number)) return "pid";
  return forks.some(({ worker }) => String(worker) === number) ? "worker" : undefined;
}

/**
 * Lets all workers print a receipt at the same time, each asked on a connection of its own.
 * @throws {Finding} lines-mixed when the beginning of one worker's line comes before the end of another one's; prefix-wrong when
 * a worker's line is not behind its own id.
 */
export async function mustNotMix(program: Program, workers: number): Promise<void> {
  const totals = () => printed(program).filter((line) => line.includes("total 65")).length;
  const before = totals();
  const agents = new Map<unknown, Agent>();
  for (let i = 0; i < workers * 20 && agents.size < workers; i++) {
    const agent = oneConnection();
    const worker = jsonOf(await ask(program.url, { agent }))?.["worker"];
    if (agents.has(worker)) agent.destroy();
    else agents.set(worker, agent);
  }
  const url = `${program.url}/receipt`;
  await Promise.all([...agents.values()].map((agent) => ask(url, { method: "POST", agent })));
  await settled(program, () => totals() >= before + agents.size);
  for (const agent of agents.values()) agent.destroy();
  const line = printed(program).find((one) => /receipt: taro .*receipt: taro/.test(one));
  if (line) throw new Finding("lines-mixed", { line });
  const lines = printed(program).filter((one) => one.endsWith(COMPLETE));
  const worker = [...agents.keys()].find((id) => !lines.includes(`[${id}] ${COMPLETE}`));
  if (worker) throw new Finding("prefix-wrong", { lines, worker, of: prefixOf(program, lines) });
}
