import { logged } from "./log.ts";
import { born, isOver, type Model, type Process } from "./model.ts";
import type { TraceEvent } from "./types.ts";

/** Puts a changed process into the model. */
export function put(model: Model, process: Process): Model {
  return { ...model, processes: { ...model.processes, [process.pid]: process } };
}

/**
 * Makes sure that the process `pid` is known, and takes from the event what it says about it.
 * An event that names a child also proves that its sender is a running primary.
 */
export function seen(model: Model, pid: number, event: TraceEvent): Model {
  const isChild = event.child === pid && event.pid !== pid;
  let next = model;
  if (isChild) {
    next = seen(next, event.pid, { ...event, child: undefined, worker: undefined });
    const parent = next.processes[event.pid] as Process;
    if (parent.state === "starting") {
      next = put(next, { ...parent, state: "running", readyAt: event.at });
    }
  }
  const before = next.processes[pid];
  const isWorker = isChild || event.role === "worker" || before?.role === "worker";
  const process = before ?? born(pid, isWorker ? "worker" : "primary", event.at);
  const parent = isChild ? event.pid : isWorker && event.type === "start" ? event.ppid : undefined;
  const after: Process = {
    ...process,
    role: isWorker ? "worker" : process.role,
    worker: process.worker ?? event.worker,
    parent: process.parent ?? parent,
    file: process.file ?? (event.type === "start" ? event.file : undefined),
  };
  return put(next, after);
}

/** `start`: a process speaks for itself. Workers were announced by `fork`, so only others are logged. */
export function reportedStart(model: Model, event: TraceEvent): Model {
  const before = model.processes[event.pid];
  const next = seen(reused(model, before, event), event.pid, event);
  return event.role === "worker" ? next : logged(next, "start", event, event.pid);
}

/**
 * Somebody listens: the process is ready, and the port is open. A worker and its primary both tell
 * of it; the log has it once.
 */
export function listening(model: Model, event: TraceEvent, pid: number): Model {
  const process = model.processes[pid] as Process;
  const { port } = event;
  const ports = port === undefined ? [] : [port];
  const ready = isOver(process)
    ? process
    : ({ ...process, state: "running", readyAt: process.readyAt ?? event.at } as const);
  const next = put(model, { ...ready, ports: union(process.ports, ports) });
  const known = port === undefined ? process.readyAt !== undefined : process.ports.includes(port);
  const open = { ...next, ports: union(model.ports, ports) };
  return known ? open : logged(open, "listening", event, pid);
}

/** A pid that starts again long after its death is a new process under an old number. */
function reused(model: Model, before: Process | undefined, event: TraceEvent): Model {
  if (!before?.file || before.endedAt === undefined || event.at <= before.endedAt) return model;
  const { [event.pid]: _dead, ...processes } = model.processes;
  return { ...model, processes };
}

function union(list: readonly number[], more: readonly number[]): readonly number[] {
  const added = more.filter((item) => !list.includes(item));
  return added.length === 0 ? list : [...list, ...added];
}
