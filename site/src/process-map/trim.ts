import type { TraceEvent } from "./types.ts";

const kept = 2500;
const chunk = 1500;
const fleeting: readonly string[] = ["request", "response", "aborted"];

/**
 * Leaves out the oldest requests of a run that goes on for long. What happens to processes stays,
 * and requests go in chunks, so that the time axis shifts seldom.
 */
export function trimmed(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const requests = events.filter(({ type }) => fleeting.includes(type)).length;
  let surplus = Math.floor(Math.max(0, requests - kept) / chunk) * chunk;
  if (surplus === 0) return events;
  return events.filter(({ type }) => !fleeting.includes(type) || surplus-- <= 0);
}
