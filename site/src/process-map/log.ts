import type { AnswersEntry, Ending, LogEntry, Model, ProcessEntry } from "./model.ts";
import type { TraceEvent } from "./types.ts";

/** Adds a notable event to the log. */
export function logged(
  model: Model,
  kind: ProcessEntry["kind"],
  event: TraceEvent,
  pid: number,
  more: { ending?: Ending; lost?: number } = {},
): Model {
  const entry: ProcessEntry = { kind, at: event.at, pid, port: event.port, ...more };
  return { ...model, log: [...model.log, entry] };
}

/** Adds an answer to the running sum, which ends at the next notable event. */
export function loggedAnswer(model: Model, event: TraceEvent, flaw?: "failed" | "aborted"): Model {
  const last = model.log.at(-1);
  const sum: AnswersEntry = last?.kind === "answers" ? last : emptySum(event.at);
  const answered = flaw === "aborted" ? 0 : 1;
  const entry: AnswersEntry = {
    ...sum,
    at: Math.max(sum.at, event.at),
    byPid: { ...sum.byPid, [event.pid]: (sum.byPid[event.pid] ?? 0) + answered },
    failed: sum.failed + (flaw === "failed" ? 1 : 0),
    aborted: sum.aborted + (flaw === "aborted" ? 1 : 0),
  };
  const before: readonly LogEntry[] = sum === last ? model.log.slice(0, -1) : model.log;
  return { ...model, log: [...before, entry] };
}

function emptySum(at: number): AnswersEntry {
  return { kind: "answers", at, byPid: {}, failed: 0, aborted: 0 };
}
