import { round, route, type Point, type Route } from "./path.ts";
import type { Place, Slots } from "./slots.ts";

/** Two drawings of the same run: side by side, or one below the other for a phone. */
export type Shape = "wide" | "narrow";

/** Where everything stands. Lengths are in the units of the viewBox. */
export interface Stage {
  readonly shape: Shape;
  readonly width: number;
  readonly height: number;
  /** The wall between the clients and the machine. */
  readonly wall: number;
  /** The middle of each pot's body. */
  readonly pots: readonly Point[];
  /** The middle of each cup's foot. */
  readonly cups: readonly Point[];
  readonly rows: readonly Row[];
  /** Size of the cups; 1 is 78 high. */
  readonly scale: number;
  /** Width of one place. */
  readonly pitch: number;
  /** Where requests go from pots to rows. */
  readonly trunk: number;
  /** Height at which requests come in where there is no pot. */
  readonly hatch: number;
}

/** One shelf of cups, with the rail of requests and, above it, the rail of answers. */
export interface Row {
  readonly answers: number;
  readonly requests: number;
  readonly lid: number;
  readonly foot: number;
}

export const cupHeight = 78;
export const dropAt = -13;
export const strawAt = 12;
/** The tip of the spout, seen from the middle of the pot. */
export const spout: Point = [56, -30];
const potPitch = 112;
const under = 46;

/** Arranges the places of a run. Fixed for a run, so that nothing shifts while it plays. */
export function stageOf(shape: Shape, slots: Slots): Stage {
  const wide = shape === "wide";
  const hasPots = slots.pots > 0;
  const count = Math.max(1, slots.cups);
  const [left, right] = wide
    ? [hasPots ? 256 : 132, 752]
    : [hasPots ? 34 : 62, hasPots ? 338 : 354];
  const columns = Math.min(count, wide ? 8 : count <= 4 ? 4 : 6);
  const pitch = Math.min((right - left) / columns, wide ? 150 : 96);
  const scale = Math.min(wide ? 1.3 : 1.05, pitch / (pitch < 70 ? 78 : 92));
  const inset = left + (right - left - pitch * columns) / 2;
  const top = wide ? 4 : hasPots ? 14 + potPitch * slots.pots : 24;
  const lidDrop = wide ? 66 : 58;
  const rowHeight = lidDrop + cupHeight * scale + under;
  const rows = Array.from({ length: Math.ceil(count / columns) }, (_, row): Row => {
    const y = Math.round(top + row * rowHeight);
    const lid = y + lidDrop;
    return { answers: y + 14, requests: y + 36, lid, foot: round(lid + cupHeight * scale) };
  });
  const cups = Array.from({ length: count }, (_, slot): Point => {
    const row = rows[Math.floor(slot / columns)] as Row;
    return [inset + pitch * ((slot % columns) + 0.5), row.foot];
  });
  const first = rows[0] as Row;
  const potTop = wide ? first.requests - spout[1] : 72;
  const pots = Array.from({ length: slots.pots }, (_, slot): Point => {
    return [wide ? 172 : 132, potTop + slot * potPitch];
  });
  return {
    shape,
    width: wide ? 760 : 358,
    height: Math.ceil(
      Math.max(top + rows.length * rowHeight, wide ? potTop + slots.pots * potPitch - 24 : 0),
    ),
    wall: wide ? 74 : 22,
    pots,
    cups,
    rows,
    scale,
    pitch,
    trunk: wide ? 244 : 348,
    hatch: first.requests + 46,
  };
}

/** The row a cup stands in. */
export function rowOf(stage: Stage, place: Place): Row {
  const foot = (stage.cups[place.slot] as Point)[1];
  return stage.rows.find((row) => row.foot === foot) as Row;
}

/** The way of a request to a place: through the pot of its primary, if it has one. */
export function wayIn(stage: Stage, place: Place, pot?: Place): Route {
  const entry = place.kind === "pot" ? place : pot;
  const via = entry && stage.pots[entry.slot];
  const start: Point[] = [[0, via?.[1] ?? stage.hatch]];
  if (place.kind === "pot") return route([...start, stage.pots[place.slot] as Point]);
  const row = rowOf(stage, place);
  const drop = (stage.cups[place.slot] as Point)[0] + dropAt * stage.scale;
  if (via) {
    const tip: Point = [via[0] + spout[0], via[1] + spout[1]];
    start.push([via[0] - 20, via[1]], tip);
    if (tip[1] !== row.requests) start.push([stage.trunk, tip[1]], [stage.trunk, row.requests]);
  } else {
    const trunk = stage.wall + (stage.shape === "wide" ? 46 : 32);
    start.push([trunk, stage.hatch], [trunk, row.requests]);
  }
  return route([...start, [drop, row.requests], [drop, row.lid + 14 * stage.scale]]);
}

/**
 * The way of an answer back to the client. It does not pass the primary: the primary handed the
 * whole connection over, and the worker answers on it.
 */
export function wayOut(stage: Stage, place: Place): Route {
  if (place.kind === "pot") {
    const [x, y] = stage.pots[place.slot] as Point;
    return route([
      [x, y + 16],
      [0, y + 16],
    ]);
  }
  const row = rowOf(stage, place);
  const straw = (stage.cups[place.slot] as Point)[0] + strawAt * stage.scale;
  return route([
    [straw, row.lid],
    [straw, row.answers],
    [0, row.answers],
  ]);
}
