import { describe, expect, test } from "vitest";
import { lanesOf, marksOf } from "./lane-bars.ts";
import { stageOf, wayIn, wayOut, type Shape } from "./layout.ts";
import { emptyModel } from "./model.ts";
import { pointAt } from "./path.ts";
import { reduce } from "./reducer.ts";
import { sample } from "./samples/read.ts";
import { recordedPace } from "./schedule.ts";
import { occupants, slotsOf, type Slots } from "./slots.ts";
import { timelineOf } from "./timeline.ts";

const crash = timelineOf(sample("crash").events, recordedPace);
const many = (cups: number, pots = 1): Slots => ({ places: new Map(), cups, pots });
const shapes: readonly Shape[] = ["wide", "narrow"];

describe("places", () => {
  test("a replacement stands where the dead one stood", () => {
    const slots = slotsOf(crash.final);
    expect(slots).toMatchObject({ pots: 1, cups: 3 });
    expect(slots.places.get(4104)).toEqual(slots.places.get(4102));
    const there = occupants(crash.final, slots, { kind: "cup", slot: 1 });
    expect(there.map(({ pid }) => pid)).toEqual([4102, 4104]);
  });

  test("several deaths at once are replaced in their order, without new places", () => {
    const storm = timelineOf(sample("storm").events, recordedPace);
    expect(slotsOf(storm.final)).toMatchObject({ pots: 1, cups: 4 });
  });

  test("a process without workers is a cup, whatever its role", () => {
    const model = reduce(emptyModel, { at: 0, pid: 7, type: "start", role: "primary" });
    expect(slotsOf(model).places.get(7)).toEqual({ kind: "cup", slot: 0 });
  });
});

describe.each(shapes)("the %s stage", (shape) => {
  test.each([0, 1, 2, 4, 5, 8, 9, 32])("holds %i cups without overlap", (count) => {
    for (const pots of [0, 1, 2]) {
      const stage = stageOf(shape, many(count, pots));
      const half = 33 * stage.scale;
      for (const [i, [x, y]] of stage.cups.entries()) {
        expect(x - half).toBeGreaterThan(stage.wall);
        expect(x + half).toBeLessThan(stage.width);
        expect(y).toBeLessThan(stage.height - 34);
        const [nextX, nextY] = stage.cups[i + 1] ?? [Infinity, y];
        if (nextY === y) expect(nextX - x).toBeGreaterThan(2 * half);
      }
    }
  });

  test("leads requests through the pot, and answers past it", () => {
    const stage = stageOf(shape, many(4));
    const cup = { kind: "cup", slot: 2 } as const;
    const inwards = wayIn(stage, cup, { kind: "pot", slot: 0 });
    const [potX, potY] = stage.pots[0] as readonly [number, number];
    expect(inwards.points.some(([x, y]) => x === potX - 20 || y === potY)).toBe(true);
    const home = wayOut(stage, cup).points.filter(([x]) => x < potX + 60);
    expect(home.some(([, y]) => Math.abs(y - potY) < 40)).toBe(false);
    expect(pointAt(inwards, 0)).toEqual([0, potY]);
    expect(pointAt(wayOut(stage, cup), 1)[0]).toBe(0);
  });
});

test("lanes show each life from fork to end, one lane per place", () => {
  const lanes = lanesOf(crash, slotsOf(crash.final));
  expect(lanes.map(({ bars }) => bars.map(({ process }) => process.pid))).toEqual([
    [4100],
    [4101],
    [4102, 4104],
    [4103],
  ]);
  const [dead, fresh] = lanes[2]?.bars ?? [];
  expect(dead?.end).toBe("crashed");
  expect(dead?.to).toBeLessThan(fresh?.from ?? 0);
  const shares = lanes.flatMap(({ bars }) => bars.flatMap((bar) => [bar.from, bar.ready, bar.to]));
  expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
});

test("the axis writes real times only where there is room", () => {
  const written = marksOf(crash).filter(({ real }) => real !== undefined);
  expect(written[0]?.real).toBe(0);
  for (const [i, { share }] of written.entries()) {
    expect((written[i + 1]?.share ?? 1) - share).toBeGreaterThan(0.07);
  }
});
