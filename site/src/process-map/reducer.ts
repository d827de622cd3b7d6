import { listening, reportedStart, seen } from "./births.ts";
import { ended } from "./endings.ts";
import { logged } from "./log.ts";
import { isOver, type Model } from "./model.ts";
import { answered, gaveUp, requested } from "./requests.ts";
import type { TraceEvent } from "./types.ts";

type Step = (model: Model, event: TraceEvent) => Model;

/**
 * The reducer of each event type. `pid` is always the sender; events a primary sends about a
 * worker name it in `child`.
 */
const steps: Readonly<Record<string, Step>> = {
  start: reportedStart,
  fork: (model, event) => aboutChild(model, event, (m, pid) => logged(m, "fork", event, pid)),
  online: (model, event) => aboutChild(model, event, (m, pid) => logged(m, "online", event, pid)),
  listening: (model, event) => aboutChild(model, event, (m, pid) => listening(m, event, pid)),
  listen: (model, event) => listening(seen(model, event.pid, event), event, event.pid),
  request: requested,
  response: answered,
  aborted: gaveUp,
  crash: (model, event) => ended(seen(model, event.pid, event), event, event.pid),
  disconnect: (model, event) => aboutChild(model, event, (m, pid) => leaving(m, event, pid)),
  exit: (model, event) => aboutChild(model, event, (m, pid) => ended(m, event, pid)),
  end: (model, event) => ended(seen(model, event.pid, event), event, event.pid),
};

/**
 * The model after one more event. Pure, and made for traces as they are: events of unknown types
 * are passed over, a process exists from the first event that mentions it, and nothing that
 * arrives late brings the dead back.
 */
export function reduce(model: Model, event: TraceEvent): Model {
  const step = Object.hasOwn(steps, event.type) ? steps[event.type] : undefined;
  if (!step || !Number.isFinite(event.pid)) return model;
  const next = step(model, event);
  return next.at >= event.at ? next : { ...next, at: event.at };
}

function aboutChild(
  model: Model,
  event: TraceEvent,
  change: (model: Model, child: number) => Model,
): Model {
  if (event.child === undefined) return model;
  return change(seen(model, event.child, event), event.child);
}

function leaving(model: Model, event: TraceEvent, pid: number): Model {
  const process = model.processes[pid];
  if (!process || isOver(process) || process.leaving) return model;
  const processes = { ...model.processes, [pid]: { ...process, leaving: true } };
  return logged({ ...model, processes }, "disconnect", event, pid);
}
