import { beadWorth, journeysOf, type Journey } from "./journeys.ts";
import { emptyModel, type Model } from "./model.ts";
import { reduce } from "./reducer.ts";
import { lead, schedule, tail, type Pace } from "./schedule.ts";
import type { TraceEvent } from "./types.ts";

/** A trace made ready to play. All times of `events`, `marks` and `journeys` are play time. */
export interface Timeline {
  readonly events: readonly TraceEvent[];
  /** The time each event really happened, in ms. */
  readonly real: readonly number[];
  readonly duration: number;
  /** Play times just before which an idle stretch was cut short. */
  readonly skips: readonly number[];
  readonly journeys: readonly Journey[];
  readonly beadWorth: number;
  /** The model after every `stride` events: scrubbing starts from the nearest. */
  readonly checkpoints: readonly Model[];
  readonly final: Model;
}

const stride = 128;
const beadsAtOnce = 56;

/** Sorts, schedules and reduces a trace. */
export function timelineOf(trace: readonly TraceEvent[], pace: Pace): Timeline {
  const sorted = trace.filter(isEvent).sort((a, b) => a.at - b.at);
  const first = sorted[0]?.at ?? 0;
  const { play, skips } = schedule(sorted, pace);
  const events = sorted.map((event, i) => ({ ...event, at: play[i] as number }));
  const checkpoints: Model[] = [];
  let model = emptyModel;
  for (const [i, event] of events.entries()) {
    if (i % stride === 0) checkpoints.push(model);
    model = reduce(model, event);
  }
  const journeys = journeysOf(events);
  return {
    events,
    real: sorted.map((event) => event.at - first),
    duration: (play.at(-1) ?? lead) + tail,
    skips: skips.map((i) => play[i] as number),
    journeys,
    beadWorth: beadWorth(journeys, beadsAtOnce),
    checkpoints,
    final: model,
  };
}

/** The model at a moment of play time. */
export function modelAt(timeline: Timeline, time: number): Model {
  return modelAfter(timeline, countUntil(timeline.events, time));
}

/** The model after the first `count` events. */
export function modelAfter(timeline: Timeline, count: number): Model {
  if (count === timeline.events.length) return timeline.final;
  const from = Math.floor(count / stride);
  const start = timeline.checkpoints[from] ?? emptyModel;
  return timeline.events.slice(from * stride, count).reduce(reduce, start);
}

/** The real time, in ms since the first event, that is shown at a moment of play time. */
export function realAt({ events, real }: Timeline, time: number): number {
  const next = countUntil(events, time);
  const before = real[next - 1];
  if (before === undefined) return 0;
  const after = real[next];
  if (after === undefined) return before;
  const from = events[next - 1]?.at ?? 0;
  const to = events[next]?.at ?? 0;
  return before + ((after - before) * (time - from)) / (to - from || 1);
}

/** How many of the sorted items have happened by `time`. */
export function countUntil(items: readonly { readonly at: number }[], time: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle] as { at: number }).at <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isEvent(event: TraceEvent | null | undefined): event is TraceEvent {
  return typeof event?.type === "string" && Number.isFinite(event.at) && Number.isFinite(event.pid);
}
