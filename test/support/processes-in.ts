import { readlinkSync } from "node:fs";
import { processTable } from "../harness/processes.ts";

/** The command lines of the processes whose working folder is this one or inside it; seen on Linux only. */
export function processesIn(folder: string): string[] {
  return processTable().flatMap(({ pid, command }) => (isIn(pid, folder) ? command : []));
}

function isIn(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`).startsWith(folder);
  } catch {
    return false; // it has ended, or is another user's
  }
}
