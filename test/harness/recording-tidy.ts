import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { TraceEvent } from "./trace.ts";

const FIRST_SHOWN_PID = 4100;

/** A text in which other ports stand in the place of some. */
export function swapped(text: string, ports: Map<number, number>): string {
  return text.replaceAll(/\b\d{4,5}\b/g, (number) => String(ports.get(Number(number)) ?? number));
}

/** The way back: from the free ports to those that are shown. */
export function inverse(ports: Map<number, number>): Map<number, number> {
  return new Map([...ports].map(([shown, real]) => [real, shown]));
}

/**
 * Puts free ports into the files of a folder. Also, one worker process of nginx, as in checks: what several of them do among
 * themselves is chance.
 */
export async function replacePorts(folder: string, ports: Map<number, number>): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/\.(conf|ts)$/.test(name)) continue;
    const file = join(folder, name);
    const text = swapped(await readFile(file, "utf8"), ports);
    await writeFile(file, text.replace(/^worker_processes auto;/m, "worker_processes 1;"));
  }
}

/** The pids of a trace, in the order in which they appear. */
export function pidsOf(events: TraceEvent[]): number[] {
  const own = events.map(({ pid }) => pid);
  const children = events.flatMap(({ child }) => Number(child ?? []) || []);
  return [...new Set([...own, ...children])];
}

interface Shown {
  /** The free ports, and what is shown for each. */
  shown: Map<number, number>;
  folder: string;
  pids: number[];
}

/** Gives what makes a line of output fit for a guide. */
export function tidier({ shown, folder, pids }: Shown): (line: string) => string {
  return (line) => {
    let text = line.replaceAll(`file://${folder}/`, "").replaceAll(`${folder}/`, "");
    text = text.replaceAll(/(?<![\w.])(file:\/\/)?\/[^\s()]*\/node_modules\//g, "node_modules/");
    return swapped(text, shown).replaceAll(/\b\d{2,7}\b/g, (number) => {
      const index = pids.indexOf(Number(number));
      return index === -1 ? number : String(FIRST_SHOWN_PID + index);
    });
  };
}

/** An event with the pids and the ports that are shown. */
export function renumber(
  event: TraceEvent,
  pids: number[],
  ports: Map<number, number>,
): TraceEvent {
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
