import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isAlive, processTable } from "./processes.ts";
import { accepts, startProgram } from "./program.ts";
import { until } from "./wait.ts";

const folder = join(import.meta.dirname, "fixtures");

function start(name: string, options: { ready?: "port" | "none" } = {}) {
  return startProgram({ command: ["node", `${name}.mjs`], folder, ...options });
}

/** Sleeping processes that our fixtures leave; none of another program sleeps for exactly so long. */
function sleepers(): number[] {
  return processTable()
    .filter(({ command }) => command === "sleep 300")
    .map(({ pid }) => pid);
}

test("a program that ignores SIGTERM is ended by force, and that is told", async () => {
  const program = await start("ignores-term");
  const { forced } = await program.stop(200);
  expect(forced).toBe(true);
  expect(program.exit).toEqual({ code: null, signal: "SIGKILL" });
  expect(await accepts(program.port)).toBe(false);
});

test.each(["detached-grandchild", "double-fork"])(
  "%s: what is left is ended, and named",
  async (name) => {
    const program = await start(name);
    await until(() => sleepers().length > 0, { what: "the grandchild", within: 10_000 });
    const { left } = await program.stop();
    expect(left.map(({ command }) => command)).toContain("sleep 300");
    expect(sleepers()).toEqual([]);
  },
);

test("stopping twice is the same as once", async () => {
  const program = await start("ignores-term");
  const [one, two] = await Promise.all([program.stop(100), program.stop(100)]);
  expect(one).toEqual(two);
});

test("a fork storm is ended, and reported as one", async () => {
  const program = await start("fork-storm", { ready: "none" });
  const { storm } = await until(async () => (program.exit ? await program.stop() : undefined), {
    what: "the end of the storm",
    within: 60_000,
    every: 100,
  });
  expect(storm).toBeGreaterThan(80);
  expect(processTable().filter(({ command }) => command.includes("fork-storm"))).toEqual([]);
});

test("when the test process is killed with SIGKILL, nothing survives it", async () => {
  const runner = spawn(process.execPath, [join(folder, "killed-runner.ts")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(runner.stdout, "data")) as [Buffer];
  const { program, keeper, port, trace, scratch } = JSON.parse(String(line)) as {
    program: number;
    keeper: number[];
    port: number;
    trace: string;
    scratch: string;
  };
  await until(() => sleepers().length > 0, { what: "the grandchild", within: 10_000 });
  expect([program, ...keeper].every(isAlive)).toBe(true);
  runner.kill("SIGKILL");
  await until(() => ![program, ...keeper, ...sleepers()].some(isAlive), {
    what: "the end of all",
    within: 20_000,
  });
  expect(await accepts(port)).toBe(false);
  expect([trace, scratch].filter((path) => existsSync(path))).toEqual([]);
});
