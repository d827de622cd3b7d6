import { put } from "./births.ts";
import { logged } from "./log.ts";
import { isOver, type Ending, type Model, type Process } from "./model.ts";
import type { State, TraceEvent } from "./types.ts";

/** Signals by which somebody asks a process to stop; any other signal is a violent death. */
const polite: readonly string[] = ["SIGTERM", "SIGINT", "SIGHUP"];

/**
 * A process ends: `crash` and `end` come from itself, `exit` from its primary. Two of them may
 * tell of the same death, in any order; the state is judged by all that is known.
 */
export function ended(model: Model, event: TraceEvent, pid: number): Model {
  const process = model.processes[pid] as Process;
  const ending = mergeEndings(process.ending, event);
  const lost = isOver(process) ? 0 : process.open.size;
  const after: Process = {
    ...process,
    ending,
    state: judge(ending),
    endedAt: process.endedAt ?? event.at,
    open: new Set(),
    lost: process.lost + lost,
  };
  const kind = event.type as "crash" | "exit" | "end";
  // Of a worker, the primary reports the exit; its own `end` would say the same twice.
  if (kind === "end" && process.parent !== undefined && alive(model, process.parent)) {
    return put(model, after);
  }
  return logged(put(model, after), kind, event, pid, { ending, lost });
}

function mergeEndings(before: Ending | undefined, event: TraceEvent): Ending {
  return {
    code: event.code ?? before?.code,
    signal: event.signal ?? before?.signal,
    planned: event.planned ?? before?.planned,
    message: event.type === "crash" ? (event.message ?? "") : before?.message,
  };
}

function judge({ message, planned, signal, code }: Ending): State {
  if (message !== undefined) return "crashed";
  if (planned) return "stopped";
  if (signal) return polite.includes(signal) ? "stopped" : "crashed";
  return code ? "crashed" : "stopped";
}

function alive(model: Model, pid: number): boolean {
  const process = model.processes[pid];
  return process !== undefined && !isOver(process);
}
