import type { TraceEvent } from "./types.ts";

/** How real time becomes play time, both in ms. */
export interface Pace {
  /** Play time per real time, where something happens. */
  readonly slow: number;
  /** From this play time on, a gap between two events is idle, and grows only slowly. */
  readonly idle: number;
  /** Share of the pauses after notable events that is kept. */
  readonly hold: number;
  /** Play time that all gaps together may take. */
  readonly budget: number;
}

/** A trace of a few seconds becomes a film of ten to forty. */
export const recordedPace: Pace = { slow: 4, idle: 900, hold: 1, budget: 40_000 };

/** As it happens, but for a moment to see each crash. The idle cap must exceed `tail`. */
export const livePace: Pace = { slow: 1, idle: 2200, hold: 0.5, budget: Infinity };

/** Time before the first event, for beads on their way, and after the last, for answers to leave. */
export const lead = 600;
export const tail = 1600;

/** The least time a notable event stands before the next one. Requests share what `beadsHold` leaves. */
const holds: Readonly<Record<string, number>> = {
  start: 120,
  fork: 200,
  online: 60,
  listening: 260,
  listen: 300,
  crash: 1100,
  disconnect: 120,
  exit: 450,
  end: 120,
};
const holdsBudget = 16_000;
const beadsHold = { budget: 9000, most: 160 };

export interface Schedule {
  /** The play time of each event. */
  readonly play: readonly number[];
  /** The indexes of events that come after a skipped stretch. */
  readonly skips: readonly number[];
}

/** Gives every event (in order of `at`) its play time: dense stretches slow, idle ones short. */
export function schedule(events: readonly TraceEvent[], pace: Pace): Schedule {
  const least = minimums(events, pace);
  const natural = events.map((event, i) => {
    const gap = Math.max(0, (events[i + 1]?.at ?? event.at) - event.at);
    return compress(gap * pace.slow, pace.idle);
  });
  const needed = sum(least);
  const spare = sum(natural.map((gap, i) => Math.max(0, gap - (least[i] ?? 0))));
  const share = Math.min(1, Math.max(0, pace.budget - needed) / (spare || 1));
  const play: number[] = [];
  const skips: number[] = [];
  let now = lead;
  for (const [i, event] of events.entries()) {
    play.push(Math.round(now * 10) / 10);
    const floor = least[i] ?? 0;
    const gap = floor + Math.max(0, (natural[i] ?? 0) - floor) * share;
    const next = events[i + 1];
    if (next && next.at - event.at > Math.max(gap, 400)) skips.push(i + 1);
    now += gap;
  }
  return { play, skips };
}

function minimums(events: readonly TraceEvent[], pace: Pace): number[] {
  const held = events.map((event) => holds[event.type] ?? 0);
  const scale = pace.hold * Math.min(1, holdsBudget / (sum(held) || 1));
  const beads = held.filter((hold) => hold === 0).length;
  const live = pace.budget === Infinity;
  const bead = live ? 0 : Math.min(beadsHold.most, beadsHold.budget / (beads || 1));
  return held.map((hold) => (hold === 0 ? bead : hold * scale));
}

function compress(gap: number, idle: number): number {
  return gap <= idle ? gap : idle * (1 + 0.15 * Math.log2(gap / idle));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
