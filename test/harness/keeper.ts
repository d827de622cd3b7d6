import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { availableParallelism, constants } from "node:os";
import type { Duplex } from "node:stream";
import { fileURLToPath } from "node:url";
import { memoryLimit } from "./memory-limit.ts";

/** More processes than any lesson's program needs, with a worker per core; a fork storm reaches it in a second or two. */
const MOST_PROCESSES = 80 + 2 * availableParallelism();
/** How often a keeper is told to go on, in ms: a program that stops its parent would outlive us. */
const CONTINUE_EVERY = 500;
/** A keeper that has not come to an end so long after its program's grace never will, in ms: it is ended like what it keeps. */
const END_WITHIN = 60_000;
const SCRIPT = fileURLToPath(new URL("./keeper.pl", import.meta.url));

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface Left {
  pid: number;
  command: string;
}

export interface KeeperEvents {
  onPid(pid: number): void;
  onExit(exit: Exit): void;
  onMany(count: number): void;
  onForced(): void;
  onLeft(left: Left): void;
  /** The keeper itself was killed, which only the program can have done; what it kept is ended all the same. */
  onLost(): void;
  onDone(): void;
}

export interface Keeper {
  child: ChildProcess;
  /** Ends the program politely, after `graceMs` by force, then everything that descends from it. */
  end(graceMs: number): void;
}

/**
 * Starts a command under keeper.pl, in a process group of its own.
 * @throws when Perl is not there (`pnpm course doctor` says how to get it).
 */
export function startKeeper(
  command: string[],
  options: { cwd: string; env: NodeJS.ProcessEnv },
  events: KeeperEvents,
): Keeper {
  const marker = randomUUID();
  const limits = [MOST_PROCESSES, memoryLimit()].map(String);
  const words = [SCRIPT, marker, ...limits, process.arch, ...command];
  const child = spawn("perl", words, {
    cwd: options.cwd,
    // Perl would complain of a locale that is not installed, in what is taken for the program's output.
    env: { ...options.env, UPTIME_RUN: marker, PERL_BADLANG: "0" },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    detached: true, // a Ctrl-C in the terminal is for us; the keeper learns of it by our end of its line
  });
  const line = child.stdio[3] as Duplex;
  let typed = "";
  line.setEncoding("utf8");
  line.on("data", (text: string) => {
    const lines = (typed + text).split("\n");
    typed = lines.pop()!;
    for (const one of lines) dispatch(one, events);
  });
  line.on("error", () => {});
  // To one that runs, the signal means nothing.
  const awake = setInterval(() => child.kill("SIGCONT"), CONTINUE_EVERY).unref();
  child.on("exit", (_code, signal) => {
    clearInterval(awake);
    if (!signal) return;
    events.onLost();
    spawn("perl", [SCRIPT, marker], { stdio: "ignore" });
  });
  child.on("close", () => events.onDone()); // after all output has been read
  return {
    child,
    end(graceMs) {
      if (!line.writable) return;
      line.write(`end ${Math.round(graceMs)}\n`);
      const over = setTimeout(() => child.kill("SIGKILL"), graceMs + END_WITHIN).unref();
      child.on("exit", () => clearTimeout(over));
    },
  };
}

/** Whether programs can be kept here: Perl, which every Debian, Ubuntu, Fedora and macOS has. */
export function keeperWorks(): boolean {
  return spawnSync("perl", ["-e", "exit 0"]).status === 0;
}

function dispatch(line: string, events: KeeperEvents): void {
  const [word, first, ...rest] = line.split(" ");
  if (word === "pid") events.onPid(Number(first));
  else if (word === "exit") events.onExit(exitOf(Number(first), Number(rest[0])));
  else if (word === "many") events.onMany(Number(first));
  else if (word === "forced") events.onForced();
  else if (word === "left") events.onLeft({ pid: Number(first), command: rest.join(" ") });
}

function exitOf(code: number, signal: number): Exit {
  if (signal === 0) return { code, signal: null };
  const names = Object.entries(constants.signals) as [NodeJS.Signals, number][];
  return { code: null, signal: names.find(([, number]) => number === signal)?.[0] ?? "SIGKILL" };
}
