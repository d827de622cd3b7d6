import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { availableParallelism } from "node:os";

/** A slow machine, imitated on this one. */
export type Surroundings = "half-core" | "crowded";
export const SURROUNDINGS: Surroundings[] = ["half-core", "crowded"];

/** Processes on each core that want to run all the time, so that a program gets a ninth of one. */
const PER_CORE = 8;
/** Ends by itself when we are gone, however that came about. */
const SPIN = "while (process.ppid === Number(process.argv[1])) for (let i = 0; i < 1e8; i++);";

/**
 * Makes this machine slow for us and all that we start from now on. `half-core`: one core, which another process wants all
 * the time, too (Linux with taskset). `crowded`: eight spinning processes on each core.
 * @returns makes it as it was, or undefined where this kind of slowness can't be had.
 */
export function surround(kind: Surroundings): (() => void) | undefined {
  const cores = availableParallelism();
  if (kind === "crowded") return ending(Array.from({ length: PER_CORE * cores }, () => spin([])));
  const before = /: (\S+)$/m.exec(taskset(["-cp"]))?.[1];
  const core = before && /^\d+/.exec(before)?.[0];
  if (!before || !core) return undefined;
  taskset(["-a", "-cp", core]);
  const end = ending([spin(["taskset", "-c", core])]);
  return () => {
    end();
    taskset(["-a", "-cp", before]);
  };
}

/** Asks for, or sets, where all our threads may run; empty where there is no taskset. */
function taskset(words: string[]): string {
  const all = [...words, String(process.pid)];
  return spawnSync("taskset", all, { encoding: "utf8" }).stdout ?? "";
}

function spin(within: string[]): ChildProcess {
  const words = [...within, process.execPath, "-e", SPIN, String(process.pid)];
  return spawn(words[0]!, words.slice(1), { stdio: "ignore" });
}

function ending(children: ChildProcess[]): () => void {
  const end = () => children.forEach((child) => child.kill("SIGKILL"));
  process.once("exit", end);
  return () => {
    process.off("exit", end);
    end();
  };
}
