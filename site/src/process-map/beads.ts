import { progress } from "./level.ts";
import type { Stage } from "./layout.ts";
import { wayIn, wayOut } from "./layout.ts";
import { travel, type Journey, type Outcome } from "./journeys.ts";
import type { Model } from "./model.ts";
import { pointAt, round, type Point, type Route } from "./path.ts";
import type { Slots } from "./slots.ts";
import type { Timeline } from "./timeline.ts";

/** A request that is on its way at one moment. */
export interface Bead {
  readonly key: number;
  readonly at: Point;
  readonly outcome: Outcome;
  readonly opacity: number;
}

export interface Ways {
  readonly in: Route;
  readonly out: Route;
  /** The foot of the process. */
  readonly rest: Point;
}

/** The ways to and from every process of a run. */
export function waysOf(stage: Stage, slots: Slots, model: Model): ReadonlyMap<number, Ways> {
  const ways = new Map<number, Ways>();
  for (const [pid, place] of slots.places) {
    const pot = slots.places.get(model.processes[pid]?.parent ?? -1);
    const rest = (place.kind === "pot" ? stage.pots : stage.cups)[place.slot] as Point;
    ways.set(pid, { in: wayIn(stage, place, pot), out: wayOut(stage, place), rest });
  }
  return ways;
}

/** The beads that travel at a moment; those being served are drawn in the cups. */
export function beadsAt(
  timeline: Timeline,
  ways: ReadonlyMap<number, Ways>,
  time: number,
): readonly Bead[] {
  const beads: Bead[] = [];
  for (const [key, journey] of timeline.journeys.entries()) {
    if (journey.start - travel > time) break;
    if (key % timeline.beadWorth !== 0 || time >= journey.end + travel) continue;
    const way = ways.get(journey.pid);
    const bead = way && travelling(journey, way, departure(timeline, journey), time);
    if (bead) beads.push({ key, ...bead });
  }
  return beads;
}

/** A bead may not set out before its worker listens, however short the time. */
function departure({ final }: Timeline, { pid, start }: Journey): number {
  const ready = final.processes[pid]?.readyAt ?? 0;
  return Math.min(start - 250, Math.max(start - travel, ready));
}

function travelling(
  { start, end, outcome }: Journey,
  way: Ways,
  from: number,
  time: number,
): Omit<Bead, "key"> | undefined {
  if (time < from) return undefined;
  if (time < start) {
    return { at: at(way.in, (time - from) / (start - from)), outcome: "open", opacity: 1 };
  }
  if (time < end) return undefined;
  const share = (time - end) / travel;
  if (outcome === "lost") {
    // It rolls out of the fallen cup, to the right of its foot, and is gone.
    const [x, y] = way.rest;
    const roll = progress(end, time, travel);
    return { at: [round(x + 24 + 30 * roll), round(y - 5)], outcome, opacity: round(1 - share) };
  }
  // An answer nobody waits for gets no further than the straw.
  const reach = outcome === "aborted" ? 0.12 : 1;
  return {
    at: at(way.out, share * reach),
    outcome,
    opacity: outcome === "aborted" ? round(1 - share) : 1,
  };
}

function at(route: Route, share: number): Point {
  const [x, y] = pointAt(route, share);
  return [round(x), round(y)];
}
