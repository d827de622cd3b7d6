import { put, seen } from "./births.ts";
import { loggedAnswer } from "./log.ts";
import { isOver, type Model, type Process } from "./model.ts";
import type { TraceEvent } from "./types.ts";

/** `request`: one more in flight. A process that is asked something is running, whatever it said. */
export function requested(model: Model, event: TraceEvent): Model {
  const [next, process, id] = subject(model, event);
  if (process.early.has(id)) return put(next, { ...process, early: without(process.early, id) });
  if (isOver(process) || process.open.has(id)) return next;
  return put(next, {
    ...process,
    state: "running",
    readyAt: process.readyAt ?? event.at,
    open: new Set(process.open).add(id),
  });
}

/** `response`: answered, well or not. */
export function answered(model: Model, event: TraceEvent): Model {
  const [next, process, id] = subject(model, event);
  const failed = (event.status ?? 0) >= 500;
  const after = {
    ...closed(process, id),
    answered: process.answered + 1,
    failed: process.failed + (failed ? 1 : 0),
  };
  return loggedAnswer(put(next, after), event, failed ? "failed" : undefined);
}

/** `aborted`: nobody waits for the answer any more. */
export function gaveUp(model: Model, event: TraceEvent): Model {
  const [next, process, id] = subject(model, event);
  // After a death, the same request was already counted as lost.
  if (isOver(process)) return next;
  const after = { ...closed(process, id), aborted: process.aborted + 1 };
  return loggedAnswer(put(next, after), event, "aborted");
}

function subject(model: Model, event: TraceEvent): [Model, Process, string] {
  const next = seen(model, event.pid, event);
  return [next, next.processes[event.pid] as Process, String(event.id)];
}

function closed(process: Process, id: string): Process {
  if (process.open.has(id)) return { ...process, open: without(process.open, id) };
  if (isOver(process)) return process;
  return { ...process, early: new Set(process.early).add(id) };
}

function without(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const copy = new Set(set);
  copy.delete(id);
  return copy;
}
