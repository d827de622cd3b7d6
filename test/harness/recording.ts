import { freePort, releasePort } from "./ports.ts";
import { startProgram, type Program, type ProgramOptions } from "./program.ts";
import { parseRun, shell } from "./recording-shell.ts";
import { inverse, pidsOf, renumber, replacePorts, swapped, tidier } from "./recording-tidy.ts";
import type { TraceEvent } from "./trace.ts";
import { until } from "./wait.ts";

/** The port that guides speak of; the recorder puts a free one in its place, and shows this one. */
const SHOWN_PORT = 3000;
/** No recording waits longer, in ms. */
const LONGEST = 60_000;
/** How long a program may take to tidy up after itself, in ms. */
const LONGEST_END = 15_000;

export interface RecordingContext {
  /** Types a command line into a shell in the target's folder, and records it with its output. */
  type(command: string): Promise<void>;
  /** Waits until so many lines of the programs' output match. */
  waitFor(pattern: RegExp, count?: number): Promise<void>;
  /** The program that `run` started. */
  program: Program;
  /** Those of `beside`, in its order. */
  beside: Program[];
}

export interface RecordingPlan {
  /** "starter", "solution", "alternatives/<slug>" or "mistakes/<slug>". */
  target: string;
  /** A command line such as "WEB_CONCURRENCY=2 node server.ts": shown as typed, and started as the program. */
  run?: string;
  /** What is really started in place of `run`, such as a program of the course. */
  command?: string[];
  /** Programs that run in the background, each on a port of its own, such as "PORT=8001 node shop.ts". */
  beside?: string[];
  /** Settings that are not shown, because they say what the program assumes anyway; documented ports may stand in them. */
  env?: Record<string, string>;
  /** Ports that the target's own files name, such as those of nginx.conf: in this recording, free ones stand for them. */
  ports?: number[];
  /** Documented ports that the program opens at the same distance from its PORT, whichever that is. */
  neighbours?: number[];
  /** Which lines of the program's output are shown; all unless told. For lines whose number or order depends on chance. */
  shows?: RegExp;
  /** Leaves out what comes before the first typed command, where the start of the programs is known already. */
  started?: boolean;
  /** The program runs in another terminal: only what is typed is shown. */
  elsewhere?: boolean;
  /** Whether what is printed after the last step, when the program is ended, is left out. */
  untilLastStep?: boolean;
  /** Pieces of command lines that are shown as typed and run as something else: our own tools, which no target has. */
  stands?: Record<string, string>;
  steps(context: RecordingContext): Promise<void>;
  /** Whether the trace of the run is recorded, too. */
  trace?: boolean;
  /** Files whose processes the trace leaves out, such as a script that only starts the others. */
  omits?: string[];
}

export type Recordings = Record<string, RecordingPlan>;

export interface Recorded {
  text: string;
  events: TraceEvent[];
}

/**
 * Carries a recording out in a folder that was laid out for it. Ports, pids and our own paths are replaced in the text: the
 * program seems to run on port 3000, and pids count from 4100.
 */
export async function makeRecording(plan: RecordingPlan, folder: string): Promise<Recorded> {
  const background = (plan.beside ?? []).map(parseRun);
  const { ports, claimed } = await portsOf(plan, background);
  if (plan.ports) await replacePorts(folder, ports);
  const real = (text: string) => swapped(standing(text, plan.stands), ports);
  const realAll = (env: Record<string, string>) =>
    Object.fromEntries(Object.entries(env).map(([name, value]) => [name, real(value)]));

  const lines: string[] = [];
  const programs: Program[] = [];
  let typed = false;
  const start = async (options: Omit<ProgramOptions, "folder">) => {
    const program = await startProgram({ ...options, folder });
    programs.push(program);
    return program;
  };
  // A program's lines are put in when a command is typed or has ended, as in a terminal that shows both.
  const taken = new Map<Program, number>();
  const takeAll = () => {
    for (const program of plan.elsewhere ? [] : programs) {
      const { text } = program.output;
      const fresh = text.slice(taken.get(program) ?? 0).split("\n");
      lines.push(...fresh.filter((line) => line !== "" && (plan.shows?.test(line) ?? true)));
      taken.set(program, text.length);
    }
  };

  try {
    for (const [i, one] of background.entries()) {
      lines.push(`$ ${plan.beside![i]} &`);
      const port = ports.get(Number(one.env["PORT"]))!;
      await start({ command: one.command, env: realAll(one.env), port });
    }
    if (plan.run && !plan.elsewhere) lines.push(`$ ${plan.run}`);
    const { command, ...run } = parseRun(standing(plan.run ?? "true", plan.stands));
    const env = realAll({ ...plan.env, ...run.env });
    const port = ports.get(SHOWN_PORT)!;
    const program = await start({ command: plan.command ?? command, env, port, ready: "none" });
    await plan.steps({
      program,
      beside: programs.slice(0, -1),
      async waitFor(pattern, count = 1) {
        const all = () => programs.flatMap(({ output }) => output.lines);
        const enough = () => all().filter((line) => pattern.test(line)).length >= count;
        await until(enough, { what: String(pattern), within: LONGEST });
      },
      async type(commandLine) {
        takeAll();
        if (plan.started && !typed) lines.length = 0;
        typed = true;
        lines.push(`$ ${swapped(commandLine, inverse(ports))}`);
        const traced = { ...program.trace.env, ...env }; // so that the pids of typed programs are known, too
        const output = await shell(real(commandLine), { folder, env: traced, within: LONGEST });
        takeAll();
        lines.push(...output.split("\n").filter((line) => line !== ""));
      },
    });
    if (plan.untilLastStep) takeAll();
    await program.stop(LONGEST_END);
    if (!plan.untilLastStep) takeAll();
  } finally {
    await Promise.all(programs.map((program) => program.stop()));
    for (const port of claimed) releasePort(port);
  }

  const events = programs.flatMap(({ trace }) => trace.events()).sort((a, b) => a.at - b.at);
  const pids = pidsOf(events);
  const shown = inverse(ports);
  const tidy = tidier({ shown, folder, pids });
  const leftOut = events.filter(({ file }) => plan.omits?.includes(String(file)));
  const omitted = new Set(leftOut.map(({ pid }) => pid));
  return {
    text: lines.map((line) => `${tidy(line)}\n`).join(""),
    events: events
      .filter(({ pid }) => !omitted.has(pid))
      .map((event) => renumber(event, pids, shown)),
  };
}

/** The documented ports of a recording, with what really stands for each, and which of those are claimed. */
async function portsOf(
  { ports = [], neighbours = [] }: RecordingPlan,
  background: { env: Record<string, string> }[],
): Promise<{ ports: Map<number, number>; claimed: number[] }> {
  const documented = [...background.map(({ env }) => Number(env["PORT"])), ...ports];
  const distances = neighbours.map((port) => port - SHOWN_PORT);
  const real = new Map([[SHOWN_PORT, await freePort(distances)]]);
  for (const port of documented) real.set(port, await freePort());
  const shift = real.get(SHOWN_PORT)! - SHOWN_PORT;
  for (const port of neighbours) real.set(port, port + shift);
  return { ports: real, claimed: [...real.values()] };
}

function standing(line: string, stands: Record<string, string> = {}): string {
  return Object.entries(stands).reduce((text, [shown, run]) => text.replaceAll(shown, run), line);
}
