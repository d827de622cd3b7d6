import type { TraceEvent } from "./types.ts";

export type Outcome = "open" | "answered" | "failed" | "aborted" | "lost";

/** One request, from its arrival at a process to whatever became of it. */
export interface Journey {
  readonly pid: number;
  readonly start: number;
  /** Infinity while it is being served. */
  readonly end: number;
  readonly outcome: Outcome;
}

/** How long a bead is on its way to a process, and back. */
export const travel = 750;

/** The journeys of all requests in a sorted list of events, in order of arrival. */
export function journeysOf(events: readonly TraceEvent[]): readonly Journey[] {
  const journeys: Journey[] = [];
  const open = new Map<number, Map<string, number>>();
  const close = (pid: number, id: string, end: number, outcome: Outcome): void => {
    const index = open.get(pid)?.get(id);
    if (index === undefined) return;
    open.get(pid)?.delete(id);
    journeys[index] = { ...(journeys[index] as Journey), end, outcome };
  };
  for (const { type, pid, id, at, status, child } of events) {
    if (type === "request") {
      const own = open.get(pid) ?? new Map<string, number>();
      open.set(pid, own.set(String(id), journeys.length));
      journeys.push({ pid, start: at, end: Infinity, outcome: "open" });
    } else if (type === "response") {
      close(pid, String(id), at, (status ?? 0) >= 500 ? "failed" : "answered");
    } else if (type === "aborted") {
      close(pid, String(id), at, "aborted");
    } else if (type === "crash" || type === "end" || type === "exit") {
      const dead = type === "exit" ? child : pid;
      if (dead === undefined) continue;
      for (const lost of open.get(dead)?.keys() ?? []) close(dead, lost, at, "lost");
    }
  }
  return journeys;
}

/** How many requests one drawn bead must stand for, so that at most `most` travel at once. */
export function beadWorth(journeys: readonly Journey[], most: number): number {
  const changes = journeys.flatMap(({ start, end }) => [
    [start - travel, 1] as const,
    [start, -1] as const,
    ...(end === Infinity ? [] : [[end, 1] as const, [end + travel, -1] as const]),
  ]);
  changes.sort(([a], [b]) => a - b);
  let now = 0;
  let peak = 0;
  for (const [, change] of changes) peak = Math.max(peak, (now += change));
  const worth = Math.ceil(peak / most);
  // Round numbers only: "one bead is 10 requests" is easier to keep in mind than 7.
  return [1, 2, 5, 10, 20, 50, 100, 200, 500].find((round) => round >= worth) ?? worth;
}
