import { describe, expect, test } from "vitest";
import { emptyModel, type Model } from "./model.ts";
import { reduce } from "./reducer.ts";
import { sample } from "./samples/read.ts";
import type { TraceEvent } from "./types.ts";

const run = (...events: readonly TraceEvent[]): Model => events.reduce(reduce, emptyModel);
const states = ({ processes }: Model): Record<string, string> =>
  Object.fromEntries(Object.values(processes).map(({ pid, state }) => [pid, state]));

const start = { at: 0, pid: 1, type: "start", role: "primary", file: "server.ts" } as const;
const fork = (child: number, at = 10): TraceEvent => ({
  at,
  pid: 1,
  type: "fork",
  worker: child - 10,
  child,
});
const listening = (child: number, at = 50): TraceEvent => ({
  ...fork(child, at),
  type: "listening",
  port: 3000,
});
const exit = (child: number, more: Partial<TraceEvent>, at = 90): TraceEvent => ({
  ...fork(child, at),
  type: "exit",
  code: null,
  signal: null,
  planned: false,
  ...more,
});
const request = (pid: number, id: number): TraceEvent => ({ at: 60, pid, type: "request", id });
const response = (pid: number, id: number, status = 200): TraceEvent => ({
  at: 70,
  pid,
  type: "response",
  id,
  status,
});

describe("a worker's life", () => {
  test("starts with fork, runs once it listens", () => {
    const forked = run(start, fork(11));
    expect(states(forked)).toEqual({ 1: "running", 11: "starting" });
    expect(forked.processes[11]).toMatchObject({
      role: "worker",
      worker: 1,
      parent: 1,
      bornAt: 10,
    });
    const ready = run(start, fork(11), listening(11));
    expect(ready.processes[11]).toMatchObject({ state: "running", readyAt: 50, ports: [3000] });
    expect(ready.ports).toEqual([3000]);
  });

  test("that both the worker and its primary tell of is logged once for each port", () => {
    const own = { at: 49, pid: 11, type: "listen", port: 3000 };
    const kinds = (...more: TraceEvent[]): string[] =>
      run(start, fork(11), ...more).log.map(({ kind }) => kind);
    const once = ["start", "fork", "listening"];
    expect(kinds(own, listening(11))).toEqual(once);
    expect(kinds(listening(11), own)).toEqual(once);
    expect(kinds(own, { ...own, port: 3001 })).toEqual([...once, "listening"]);
  });

  test("online is not ready", () => {
    const online = { ...fork(11, 20), type: "online" };
    expect(states(run(start, fork(11), online))).toMatchObject({ 11: "starting" });
  });

  test.each([
    ["an uncaught error", { code: 1 }, "crashed"],
    ["process.exit(3)", { code: 3 }, "crashed"],
    ["SIGKILL", { signal: "SIGKILL" }, "crashed"],
    ["a polite signal", { signal: "SIGTERM" }, "stopped"],
    ["a planned disconnect", { code: 0, planned: true }, "stopped"],
    ["a planned stop that took a signal", { signal: "SIGTERM", planned: true }, "stopped"],
    ["process.disconnect()", { code: 0 }, "stopped"],
  ])("after %s it is judged right", (_how, ending, state) => {
    expect(states(run(start, fork(11), exit(11, ending)))).toMatchObject({ 11: state });
  });

  test("a planned exit does not hide a crash", () => {
    const crash = { at: 80, pid: 11, type: "crash", message: "boom" };
    const model = run(start, fork(11), crash, exit(11, { code: 1, planned: true }));
    expect(model.processes[11]).toMatchObject({ state: "crashed", endedAt: 80 });
    expect(model.processes[11]?.ending?.message).toBe("boom");
  });

  test("disconnect before the exit marks it as leaving", () => {
    const disconnect = { ...fork(11, 80), type: "disconnect" };
    const model = run(start, fork(11), listening(11), disconnect);
    expect(model.processes[11]).toMatchObject({ state: "running", leaving: true });
  });
});

describe("requests", () => {
  test("are in flight until answered", () => {
    const model = run(request(11, 1), request(11, 2), response(11, 1), request(12, 1));
    expect(model.processes[11]?.open).toEqual(new Set(["2"]));
    expect(model.processes[11]?.answered).toBe(1);
    expect(model.processes[12]?.open.size).toBe(1);
  });

  test("errors and clients that left are counted apart", () => {
    const aborted = { ...request(11, 2), type: "aborted" };
    const model = run(request(11, 1), request(11, 2), response(11, 1, 503), aborted);
    expect(model.processes[11]).toMatchObject({ answered: 1, failed: 1, aborted: 1 });
  });

  test("in flight at a crash are lost, once", () => {
    const crash = { at: 80, pid: 11, type: "crash", message: "boom" };
    const aborted = { at: 81, pid: 11, type: "aborted", id: 1 };
    const model = run(fork(11), request(11, 1), crash, aborted, exit(11, { code: 1 }));
    expect(model.processes[11]).toMatchObject({ lost: 1, aborted: 0 });
    expect(model.log.map((entry) => ("lost" in entry ? entry.lost : undefined))).toContain(1);
  });

  test("between two notable events are one line of the log", () => {
    const many = Array.from({ length: 1000 }, (_, id) => [
      request(11, id),
      response(11, id),
    ]).flat();
    const { log } = run(start, fork(11), listening(11), ...many, exit(11, { code: 1 }));
    expect(log.map(({ kind }) => kind)).toEqual(["start", "fork", "listening", "answers", "exit"]);
    expect(log[3]).toMatchObject({ byPid: { 11: 1000 } });
  });
});

describe("traces that are not tidy", () => {
  test("unknown types and broken events change nothing", () => {
    const model = run(start);
    expect(reduce(model, { at: 1, pid: 1, type: "toString" })).toBe(model);
    expect(reduce(model, { at: 1, pid: 9, type: "gc" })).toBe(model);
    expect(reduce(model, { at: 1, type: "fork" } as unknown as TraceEvent)).toBe(model);
    const childless = reduce(model, { at: 1, pid: 1, type: "exit", code: 1 });
    expect(childless.processes).toBe(model.processes);
  });

  test("processes exist without start and fork", () => {
    expect(states(run(request(7, 1)))).toEqual({ 7: "running" });
    expect(states(run(exit(11, { code: 1 })))).toEqual({ 1: "running", 11: "crashed" });
    expect(states(run({ at: 1, pid: 8, type: "crash", message: "no" }))).toEqual({ 8: "crashed" });
  });

  test("an answer may overtake its request", () => {
    const model = run(response(11, 1), request(11, 1));
    expect(model.processes[11]).toMatchObject({ answered: 1 });
    expect(model.processes[11]?.open.size).toBe(0);
    expect(model.processes[11]?.early.size).toBe(0);
  });

  test("nothing late brings the dead back", () => {
    const late = [listening(11), request(11, 1), { ...start, at: 5, pid: 11, role: "worker" }];
    const dead = exit(11, { code: 1 }, 40);
    const model = run(start, fork(11), dead, ...(late as TraceEvent[]));
    expect(states(model)).toMatchObject({ 11: "crashed" });
    expect(model.processes[11]?.open.size).toBe(0);
  });

  test("a pid that starts again later is a new process", () => {
    const again = { ...start, at: 500 };
    const model = run(start, { at: 100, pid: 1, type: "end", code: 0 }, again);
    expect(model.processes[1]).toMatchObject({ state: "starting", bornAt: 500 });
  });

  test("the same end told twice counts once, in any order", () => {
    const end = { at: 89, pid: 11, type: "end", code: 0 };
    const out = exit(11, { code: 0, planned: true });
    const one = run(start, fork(11), end, out).processes[11];
    const other = run(start, fork(11), out, end).processes[11];
    expect(one).toMatchObject({ state: "stopped", endedAt: 89 });
    expect(other).toMatchObject({ state: "stopped", endedAt: 90 });
  });

  test("the model before is left as it was", () => {
    const before = run(start, fork(11), listening(11));
    const copy = structuredClone(before);
    [request(11, 1), response(11, 1), exit(11, { code: 1 })].reduce(reduce, before);
    expect(before).toEqual(copy);
  });
});

describe("recorded traces", () => {
  test("a crash and its replacement", () => {
    const model = sample("crash").events.reduce(reduce, emptyModel);
    expect(states(model)).toEqual({
      4100: "stopped",
      4101: "stopped",
      4102: "crashed",
      4103: "stopped",
      4104: "stopped",
    });
    expect(model.processes[4102]).toMatchObject({ lost: 2, answered: 2 });
    expect(Object.values(model.processes).every(({ open }) => open.size === 0)).toBe(true);
  });

  test("every order of the same events ends in the same states", () => {
    const { events } = sample("crash");
    const backwards = events.toReversed().reduce(reduce, emptyModel);
    expect(states(backwards)).toEqual(states(events.reduce(reduce, emptyModel)));
  });

  test("several deaths at once and a storm of restarts", () => {
    const model = sample("storm").events.reduce(reduce, emptyModel);
    const crashed = Object.values(model.processes).filter(({ state }) => state === "crashed");
    expect(crashed.map(({ pid }) => pid)).toEqual([4101, 4102, 4105, 4106, 4107, 4108]);
  });
});
