import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export interface ProcessInfo {
  pid: number;
  ppid: number;
  /** The first words of its command line. */
  command: string;
}

/** Every live process of this machine that we may see; zombies are left out. Linux: /proc; elsewhere: ps. */
export function processTable(): ProcessInfo[] {
  return process.platform === "linux" ? fromProc() : fromPs();
}

/** The live children of `pid`, in order of their pids. */
export function childrenOf(pid: number): ProcessInfo[] {
  return processTable().filter((one) => one.ppid === pid);
}

/** Whether a process with this pid lives; a zombie doesn't. */
export function isAlive(pid: number): boolean {
  if (process.platform !== "linux") {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  }
  return statOf(pid) !== undefined;
}

function fromProc(): ProcessInfo[] {
  const found: ProcessInfo[] = [];
  for (const name of readdirSync("/proc")) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    const ppid = statOf(pid);
    if (ppid !== undefined) found.push({ pid, ppid, command: commandOf(pid) });
  }
  return found;
}

/** The parent's pid of a live process. The name in /proc/PID/stat may hold spaces and brackets: read after the last ")". */
function statOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state, ppid] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === "Z" || state === "X" ? undefined : Number(ppid);
  } catch {
    return undefined;
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim().slice(0, 200);
  } catch {
    return "";
  }
}

function fromPs(): ProcessInfo[] {
  const text = execFileSync("ps", ["-axo", "pid=,ppid=,stat=,command="], { encoding: "utf8" });
  return text
    .split("\n")
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null && !match[3]!.startsWith("Z"))
    .map((match) => ({ pid: Number(match![1]), ppid: Number(match![2]), command: match![4]! }));
}
