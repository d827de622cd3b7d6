import { closeSync, openSync, readSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { until } from "./wait.ts";

/** One event of a run; the kinds are listed in CONTRIBUTING.md, "The trace". */
export interface TraceEvent {
  at: number;
  pid: number;
  type: string;
  [field: string]: unknown;
}

export interface Trace {
  /** What the traced program needs in its environment. */
  env: Record<string, string>;
  /** All events so far, in order of time. */
  events(): TraceEvent[];
  /** The events of one type so far. */
  of(type: string): TraceEvent[];
  /** Waits until some event fits. @throws {WaitTimeout} */
  wait(fits: (event: TraceEvent) => boolean, what: string, within: number): Promise<TraceEvent>;
  close(): Promise<void>;
}

/** The option that has a Node.js process observed. */
export const OBSERVED = `--import=${new URL("./trace-preload.ts", import.meta.url).href}`;

/**
 * The environment that makes each worker of a cluster boot for `ms` longer between being online and running its file: for checks of
 * what happens meanwhile, which on a fast machine is over before a request comes.
 */
export function slowWorkers(ms: number): Record<string, string> {
  return { UPTIME_WORKER_BOOT_MS: String(ms) };
}

/** The environment in which one worker of a cluster calls process.exit(), as by mistake, whenever somebody makes the file at `path`. */
export function quitSwitch(path: string): Record<string, string> {
  return { UPTIME_WORKER_QUITS_IF: path };
}

/**
 * Makes a place for a trace. The traced processes append lines to one file: a write that has returned survives a crash of its
 * writer, and no handle stays open in the learner's event loop, as it would with a socket.
 */
export async function openTrace(): Promise<Trace> {
  const folder = await mkdtemp(join(tmpdir(), "uptime-trace-"));
  const path = join(folder, "trace.ndjson");
  const descriptor = openSync(path, "a+");
  const seen: TraceEvent[] = [];
  const buffer = Buffer.alloc(64 * 1024);
  let [offset, rest, open] = [0, "", true];

  function read(): TraceEvent[] {
    for (let got = 1; open && got > 0;) {
      got = readSync(descriptor, buffer, 0, buffer.length, offset);
      offset += got;
      const lines = (rest + buffer.toString("latin1", 0, got)).split("\n");
      rest = lines.pop()!;
      for (const line of lines) seen.push(parse(line));
    }
    return seen.sort((a, b) => a.at - b.at);
  }

  return {
    env: { NODE_OPTIONS: OBSERVED, UPTIME_TRACE: path },
    events: () => [...read()],
    of: (type) => read().filter((event) => event.type === type),
    wait: (fits, what, within) => until(() => read().find(fits), { what, within }),
    async close() {
      read();
      if (open) closeSync(descriptor);
      open = false;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The preload writes ASCII (others as \u escapes); anything else in the file is not from us. */
function parse(line: string): TraceEvent {
  try {
    return JSON.parse(line) as TraceEvent;
  } catch {
    return { at: 0, pid: 0, type: "foreign", line };
  }
}
