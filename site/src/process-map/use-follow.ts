import { useState } from "react";
import { lead, tail } from "./schedule.ts";
import type { Timeline } from "./timeline.ts";
import { useFrames } from "./use-playback.ts";

/** Where a live view stands. */
export interface Position {
  /** The first process: another one means another run. */
  readonly run: number | undefined;
  readonly duration: number;
  readonly time: number;
}

/**
 * The clock of a run that is still going on: a moment behind, so that beads can set out before
 * their request arrives, and faster the further it has fallen behind.
 */
export function useFollow(timeline: Timeline, still: boolean): number {
  const run = timeline.events[0]?.pid;
  const { duration } = timeline;
  const [state, setState] = useState<Position>({
    run,
    duration,
    // Who comes late sees the last second only.
    time: Math.max(0, duration - tail - 1000),
  });
  const { time } = carriedOver(state, run, duration);
  useFrames(!still && time < duration, (elapsed) => {
    setState((before) => {
      const now = carriedOver(before, run, duration);
      const next = now.time + elapsed * rate(duration - tail - now.time);
      return { run, duration, time: Math.min(duration, next) };
    });
  });
  return still ? duration : time;
}

/** The position in a timeline that has changed: grown, shifted by trimming, or another run's. */
export function carriedOver(before: Position, run: number | undefined, duration: number): Position {
  if (before.run !== run) return { run, duration, time: 0 };
  if (duration < before.duration)
    return { run, duration, time: Math.max(0, duration - tail - lead) };
  return { run, duration, time: before.time };
}

/** Play ms per ms, from how far the last event is ahead. */
export function rate(ahead: number): number {
  return 1 + Math.max(0, ahead - lead) / 1500;
}
