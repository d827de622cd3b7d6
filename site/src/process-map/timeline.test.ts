import { describe, expect, test } from "vitest";
import { beadWorth, journeysOf, travel } from "./journeys.ts";
import { levelAt } from "./level.ts";
import { emptyModel } from "./model.ts";
import { reduce } from "./reducer.ts";
import { sample } from "./samples/read.ts";
import { livePace, recordedPace, schedule } from "./schedule.ts";
import { stillTime } from "./still.ts";
import { modelAt, realAt, timelineOf } from "./timeline.ts";
import type { TraceEvent } from "./types.ts";
import { trimmed } from "./trim.ts";
import { carriedOver, rate } from "./use-follow.ts";

const crash = timelineOf(sample("crash").events, recordedPace);

/** A steady load on many workers, as a long trace has it. */
function load(workers: number, requests: number, every: number): readonly TraceEvent[] {
  const forks = Array.from({ length: workers }, (_, i): TraceEvent[] => [
    { at: i, pid: 1, type: "fork", worker: i + 1, child: i + 2 },
    { at: 90 + i, pid: 1, type: "listening", worker: i + 1, child: i + 2, port: 3000 },
  ]);
  const asked = Array.from({ length: requests }, (_, i): TraceEvent[] => {
    const own = { at: 200 + i * every, pid: 2 + (i % workers), id: i };
    return [
      { ...own, type: "request" },
      { ...own, at: own.at + 30, type: "response", status: 200 },
    ];
  });
  return [...forks, ...asked].flat();
}

describe("play time", () => {
  test("keeps the order and never stands still at a notable event", () => {
    const times = crash.events.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    const death = crash.events.findIndex(({ type }) => type === "crash");
    expect((times[death + 1] ?? 0) - (times[death] ?? 0)).toBeGreaterThanOrEqual(1000);
  });

  test("slows down where much happens and cuts idle time short", () => {
    const took = (from: number, to: number): number => {
      const at = (real: number): number => crash.events[crash.real.indexOf(real)]?.at ?? NaN;
      return at(to) - at(from);
    };
    expect(took(151, 182.4)).toBeGreaterThan(4 * (182.4 - 151));
    expect(took(889.5, 2393.3)).toBeLessThan(2393.3 - 889.5);
    expect(crash.skips).toHaveLength(1);
  });

  test.each([
    [4, 20_000, 0.5],
    [32, 5000, 3],
    [32, 0, 1],
    [2, 600, 100],
  ])("of %i workers and %i requests stays within a minute", (workers, requests, every) => {
    const { play } = schedule(load(workers, requests, every), recordedPace);
    expect(play.at(-1)).toBeLessThan(60_000);
    expect(play.every((time, i) => time >= (play[i - 1] ?? 0))).toBe(true);
  });

  test("of a live run never changes for events that are already there", () => {
    const events = load(4, 200, 5);
    const whole = schedule(events, livePace).play;
    for (const count of [1, 9, 57]) {
      expect(schedule(events.slice(0, count), livePace).play).toEqual(whole.slice(0, count));
    }
  });

  test("leads back to real time", () => {
    for (const [i, { at }] of crash.events.entries()) {
      expect(realAt(crash, at)).toBeCloseTo(crash.real[i] ?? NaN, 0);
    }
    expect(realAt(crash, 0)).toBe(0);
    expect(realAt(crash, crash.duration)).toBe(crash.real.at(-1));
  });

  test("sorts what came out of order and drops what is no event", () => {
    const { events } = sample("crash");
    const broken = [null, {}, { at: NaN, pid: 1, type: "fork" }] as unknown as TraceEvent[];
    const mixed = timelineOf([...events.toReversed(), ...broken], recordedPace);
    expect(mixed.real).toEqual(crash.real);
  });

  test("of an empty trace is only the lead and the tail", () => {
    const empty = timelineOf([], recordedPace);
    expect(empty.final).toBe(emptyModel);
    expect(modelAt(empty, 500)).toBe(emptyModel);
    expect(stillTime(empty)).toBe(empty.duration);
  });
});

describe("the model at a moment", () => {
  const timeline = timelineOf(load(8, 700, 2), recordedPace);

  test("is the same from a checkpoint as from the start", () => {
    for (const share of [0, 0.1, 0.37, 0.8, 1]) {
      const time = timeline.duration * share;
      const past = timeline.events.filter(({ at }) => at <= time);
      expect(modelAt(timeline, time)).toEqual(past.reduce(reduce, emptyModel));
    }
  });

  test("at the still frame shows the crash while the others run", () => {
    const { processes } = modelAt(crash, stillTime(crash));
    expect(processes[4102]?.state).toBe("crashed");
    expect(processes[4101]?.state).toBe("running");
    expect(processes[4104]).toBeUndefined();
  });

  test("takes a fraction of a frame, and the timeline of a long trace little", () => {
    const [short, long] = [2500, 10_000].map((requests) => load(32, requests, 1));
    // Four times the requests take four times as long, not sixteen times.
    const build = (trace: typeof short) => least(() => timelineOf(trace!, recordedPace));
    expect(build(long) / build(short)).toBeLessThan(9);
    const whole = timelineOf(long!, recordedPace);
    let i = 0;
    expect(least(() => modelAt(whole, (whole.duration * i++) / 20), 20)).toBeLessThan(16);
  });
});

describe("beads", () => {
  test("have the outcome of their request", () => {
    const outcomes = Object.groupBy(crash.journeys, ({ outcome }) => outcome);
    expect(outcomes.lost).toHaveLength(2);
    expect(outcomes.failed).toHaveLength(1);
    expect(outcomes.open).toBeUndefined();
  });

  test("of an unfinished request stay", () => {
    const [only] = journeysOf([{ at: 5, pid: 1, type: "request", id: 1 }]);
    expect(only).toMatchObject({ start: 5, end: Infinity, outcome: "open" });
  });

  test("stand for more than one request when there are too many", () => {
    const at = (start: number) => ({ pid: 1, start, end: start + 5, outcome: "answered" }) as const;
    expect(beadWorth([at(0), at(1)], 50)).toBe(1);
    expect(
      beadWorth(
        Array.from({ length: 900 }, () => at(travel)),
        50,
      ),
    ).toBe(20);
  });
});

test("a cup fills while it starts, is full when it runs, and empty after a crash", () => {
  const { processes } = crash.final;
  const worker = processes[4102];
  if (!worker?.readyAt || !worker.endedAt) throw new Error("the sample has changed");
  const { bornAt, readyAt, endedAt } = worker;
  const levels = [bornAt, (bornAt + readyAt) / 2, readyAt + 400, endedAt + 500];
  const [born, half, full, empty] = levels.map((time) => levelAt(worker, time));
  expect(born).toBe(0);
  expect(half).toBeGreaterThan(0);
  expect(half).toBeLessThan(0.7);
  expect(full).toBe(1);
  expect(empty).toBe(0);
});

test("a live run that goes on for long loses old requests, never a process", () => {
  const events = load(4, 5000, 1);
  const rest = trimmed(events);
  expect(rest.length).toBeLessThan(4200);
  expect(rest.filter(({ type }) => type === "listening")).toHaveLength(4);
  expect(rest.at(-1)).toBe(events.at(-1));
  expect(trimmed(rest)).toBe(rest);
});

test("a live view goes on after trimming, and starts over with another run", () => {
  const before = { run: 4100, duration: 9000, time: 8000 };
  expect(carriedOver(before, 4100, 9500).time).toBe(8000);
  expect(carriedOver(before, 4100, 5000).time).toBe(2800);
  expect(carriedOver(before, 4200, 9500).time).toBe(0);
});

test("a live view that fell behind catches up", () => {
  expect(rate(600)).toBe(1);
  expect(rate(-1000)).toBe(1);
  expect(rate(6600)).toBeGreaterThan(4);
});

/** The least processor time of several tries, in ms: what a busy machine adds doesn't count. */
function least(act: () => unknown, tries = 4): number {
  const times = Array.from({ length: tries }, () => {
    const before = process.cpuUsage();
    act();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}
