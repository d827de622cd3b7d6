import type { Process, ProcessEntry } from "./model.ts";
import type { Slots } from "./slots.ts";
import type { State } from "./types.ts";
import { realAt, type Timeline } from "./timeline.ts";

/** The life of one process along the time axis; places are shares (0 to 1) of it. */
export interface Bar {
  readonly process: Process;
  readonly from: number;
  /** Where it became ready; equal to `to` if it never did. */
  readonly ready: number;
  readonly to: number;
  /** How it ended, if it did. */
  readonly end?: State;
  /** Where its requests began, those that would fall on one spot put together. */
  readonly requests: readonly number[];
}

/** One swim-lane: the processes of one place, one after the other. */
export interface Lane {
  readonly key: string;
  readonly kind: "pot" | "cup";
  readonly slot: number;
  readonly bars: readonly Bar[];
}

const finest = 250;

/** The swim-lanes of a run: primaries first, then the cups in their order. */
export function lanesOf(timeline: Timeline, slots: Slots): readonly Lane[] {
  const lanes = [
    ...Array.from({ length: slots.pots }, (_, slot) => ({ kind: "pot" as const, slot })),
    ...Array.from({ length: slots.cups }, (_, slot) => ({ kind: "cup" as const, slot })),
  ];
  const processes = Object.values(timeline.final.processes).sort((a, b) => a.bornAt - b.bornAt);
  const requests = requestsOf(timeline);
  return lanes.map(({ kind, slot }) => {
    const own = processes.filter(({ pid }) => {
      const place = slots.places.get(pid);
      return place?.kind === kind && place.slot === slot;
    });
    const bars = own.map((process) => barOf(process, timeline, requests.get(process.pid)));
    return { key: `${kind}${slot}`, kind, slot, bars };
  });
}

function barOf(process: Process, { duration }: Timeline, requests?: ReadonlySet<number>): Bar {
  const { bornAt, readyAt, endedAt, state } = process;
  const to = (endedAt ?? duration) / duration;
  return {
    process,
    from: bornAt / duration,
    ready: Math.min(to, readyAt === undefined ? to : readyAt / duration),
    to,
    end: endedAt === undefined ? undefined : state,
    requests: [...(requests ?? [])].map((spot) => spot / finest),
  };
}

function requestsOf({ journeys, duration }: Timeline): ReadonlyMap<number, ReadonlySet<number>> {
  const spots = new Map<number, Set<number>>();
  for (const { pid, start } of journeys) {
    const own = spots.get(pid) ?? new Set<number>();
    spots.set(pid, own.add(Math.round((start / duration) * finest)));
  }
  return spots;
}

/** A notable event on the axis. */
export interface Mark {
  readonly share: number;
  readonly kind: ProcessEntry["kind"];
  /** The real time, where there is room to write it. */
  readonly real?: number;
  /** There is room for it on a wide axis only. */
  readonly minor?: boolean;
}

const marked: readonly string[] = ["start", "fork", "crash", "exit", "end"];
const room = { wide: 0.13, narrow: 0.28 };

/** Ticks for forks, crashes and exits, some with the real time. */
export function marksOf(timeline: Timeline): readonly Mark[] {
  const { duration, final } = timeline;
  const free = { wide: 0, narrow: 0 };
  return final.log.flatMap((entry): readonly Mark[] => {
    if (entry.kind === "answers" || !marked.includes(entry.kind)) return [];
    const share = entry.at / duration;
    const tick = { share, kind: entry.kind };
    if (share < free.wide || share > 0.92) return [tick];
    const minor = share < free.narrow || share > 0.82;
    free.wide = share + room.wide;
    if (!minor) free.narrow = share + room.narrow;
    return [{ ...tick, real: realAt(timeline, entry.at), minor }];
  });
}
