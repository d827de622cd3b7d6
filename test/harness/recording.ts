import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, delimiter, join } from "node:path";
import { freePort, releasePort } from "./ports.ts";
import { startProgram, type Program, type ProgramOptions } from "./program.ts";
import type { TraceEvent } from "./trace.ts";
import { until } from "./wait.ts";

/** The port that guides speak of; the recorder puts a free one in its place, and shows this one. */
const SHOWN_PORT = 3000;
const FIRST_SHOWN_PID = 4100;
/** Where nginx is on systems that keep it off an ordinary user's PATH. */
const SYSTEM = ["/usr/sbin", "/opt/homebrew/bin"];
/** No recording runs longer. */
const LONGEST = 60_000;

export interface RecordingContext {
  /** Types a command line into a shell in the target's folder, and records it with its output. */
  type(command: string): Promise<void>;
  /** Waits until so many lines of the program's output match. */
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
  /** Programs that run in the background, each on a port of its own, such as "PORT=8001 node shop.ts". */
  beside?: string[];
  /** Settings that are not shown, because they say what the program assumes anyway; ports of `beside` may stand in them. */
  env?: Record<string, string>;
  /** Ports that the target's own files name, such as those of nginx.conf: in this recording, free ones stand for them. */
  ports?: number[];
  /** Which lines of the program's output are shown; all unless told. For lines whose number or order depends on chance. */
  shows?: RegExp;
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
 * Carries a recording out in a folder that was laid out for it. Ports, pids and our own paths are replaced in the text: the program
 * seems to run on port 3000, and pids count from 4100.
 */
export async function makeRecording(plan: RecordingPlan, folder: string): Promise<Recorded> {
  const ports = new Map([[SHOWN_PORT, await freePort()]]);
  const own = new Map<number, number>();
  for (const documented of plan.ports ?? []) own.set(documented, await freePort());
  if (plan.ports) await replacePorts(folder, own);
  for (const [documented, free] of own) ports.set(documented, free);
  const background = (plan.beside ?? []).map(parseRun);
  for (const { env } of background) ports.set(Number(env["PORT"]), await freePort());
  const real = (text: string) => replaceAll(text, ports);
  const realAll = (env: Record<string, string>) =>
    Object.fromEntries(Object.entries(env).map(([name, value]) => [name, real(value)]));

  const lines: string[] = [];
  const programs: Program[] = [];
  const { command, ...run } = parseRun(plan.run ?? "true");
  const env = realAll({ ...plan.env, ...run.env });
  const start = async (options: Omit<ProgramOptions, "folder">) => {
    const program = await startProgram({ ...options, folder });
    programs.push(program);
    return program;
  };
  // A program's lines are put in when a command is typed or has ended, as in a terminal that shows both.
  const taken = new Map<Program, number>();
  const take = (program: Program) => {
    const text = program.output.text;
    const fresh = text.slice(taken.get(program) ?? 0).split("\n");
    lines.push(...fresh.filter((line) => line !== "" && (plan.shows?.test(line) ?? true)));
    taken.set(program, text.length);
  };
  const takeAll = () => programs.forEach(take);
  try {
    for (const [i, { env: own, command: words }] of background.entries()) {
      lines.push(`$ ${plan.beside![i]} &`);
      const port = ports.get(Number(own["PORT"]))!;
      await start({ command: words, env: realAll(own), port });
    }
    if (plan.run) lines.push(`$ ${plan.run}`);
    const program = await start({ command, env, port: ports.get(SHOWN_PORT)!, ready: "none" });
    await plan.steps({
      program,
      beside: programs.slice(0, -1),
      waitFor: async (pattern, count = 1) => {
        const enough = () =>
          programs.flatMap(({ output }) => output.lines).filter((line) => pattern.test(line))
            .length >= count;
        await until(enough, { what: String(pattern), within: LONGEST });
      },
      type: async (commandLine) => {
        takeAll();
        lines.push(`$ ${replaceAll(commandLine, inverse(ports))}`);
        const traced = { ...program.trace.env, ...env }; // so that the pids of typed programs are known, too
        const output = await shell(real(commandLine), folder, traced);
        takeAll();
        lines.push(...output.split("\n").filter((line) => line !== ""));
      },
    });
    await program.stop();
    takeAll();
  } finally {
    await Promise.all(programs.map((program) => program.stop()));
    for (const port of ports.values()) releasePort(port);
  }
  const events = programs.flatMap(({ trace }) => trace.events()).sort((a, b) => a.at - b.at);
  const pids = [
    ...new Set([
      ...events.map(({ pid }) => pid),
      ...events.flatMap(({ child }) => Number(child ?? []) || []),
    ]),
  ];
  const shown = inverse(ports);
  const omitted = new Set(
    events.filter(({ file }) => plan.omits?.includes(String(file))).map(({ pid }) => pid),
  );
  const tidy = tidier({ ports: shown, folder, pids });
  return {
    text: `${lines.map(tidy).join("\n")}\n`,
    events: events
      .filter((event) => !omitted.has(event.pid))
      .map((event) => renumber(event, pids, shown)),
  };
}

/** Puts other ports in the place of those in a text. */
function replaceAll(text: string, ports: Map<number, number>): string {
  return text.replaceAll(/\b\d{4,5}\b/g, (port) => String(ports.get(Number(port)) ?? port));
}

function inverse(ports: Map<number, number>): Map<number, number> {
  return new Map([...ports].map(([shown, port]) => [port, shown]));
}

function parseRun(run: string): { env: Record<string, string>; command: string[] } {
  const words = run.split(" ");
  const first = words.findIndex((word) => !/^[A-Z_]+=/.test(word));
  const pairs = words.slice(0, first).map((word) => word.split("=") as [string, string]);
  return { env: Object.fromEntries(pairs), command: words.slice(first) };
}

async function shell(line: string, folder: string, env: Record<string, string>): Promise<string> {
  const path = [dirname(process.execPath), process.env["PATH"], ...SYSTEM].join(delimiter);
  const child = spawn("sh", ["-c", line], {
    cwd: folder,
    env: { ...env, PATH: path, HOME: process.env["HOME"] },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true, // a group of its own, so that what it started in the background can be ended with it
  });
  const limit = setTimeout(() => process.kill(-child.pid!, "SIGKILL"), LONGEST);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (piece: string) => (text += piece));
  }
  await once(child, "close");
  clearTimeout(limit);
  return text;
}

/** Also, one worker process of nginx, as in checks: what several of them do among themselves is chance. */
async function replacePorts(folder: string, ports: Map<number, number>): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/\.(conf|ts)$/.test(name)) continue;
    const file = join(folder, name);
    const text = replaceAll(await readFile(file, "utf8"), ports);
    await writeFile(file, text.replace(/^worker_processes auto;/m, "worker_processes 1;"));
  }
}

interface Tidying {
  ports: Map<number, number>;
  folder: string;
  pids: number[];
}

function tidier({ ports, folder, pids }: Tidying) {
  return (line: string): string => {
    let text = line.replaceAll(`file://${folder}/`, "").replaceAll(`${folder}/`, "");
    text = text.replaceAll(/[^\s(]*\/node_modules\//g, "node_modules/");
    text = replaceAll(text, ports);
    return text.replaceAll(/\b\d{2,7}\b/g, (number) => {
      const index = pids.indexOf(Number(number));
      return index === -1 ? number : String(FIRST_SHOWN_PID + index);
    });
  };
}

function renumber(event: TraceEvent, pids: number[], ports: Map<number, number>): TraceEvent {
  const shown = (pid: unknown) =>
    pids.includes(Number(pid)) ? FIRST_SHOWN_PID + pids.indexOf(Number(pid)) : pid;
  const { pid, ppid, child, port: own, ...rest } = event;
  return {
    ...rest,
    pid: shown(pid) as number,
    ...(child !== undefined && { child: shown(child) }),
    ...(ppid !== undefined && { ppid: pids.includes(Number(ppid)) ? shown(ppid) : 1 }),
    ...(own !== undefined && { port: ports.get(Number(own)) ?? own }),
  };
}
