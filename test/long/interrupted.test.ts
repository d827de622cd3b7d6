import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { until } from "../harness/wait.ts";
import { copyCourse, type CourseCopy } from "../support/course-copy.ts";
import { processesIn } from "../support/processes-in.ts";

let copy: CourseCopy;
/** Where the runs of this file put their temporary folders. */
let own: string;
beforeAll(async () => {
  copy = await copyCourse();
  own = await mkdtemp(join(tmpdir(), "uptime-own-"));
});
afterAll(async () => {
  await copy.remove();
  await rm(own, { recursive: true, force: true });
});

/** All that runs out of the copy, or in a temporary folder of a run. */
const running = () => [...processesIn(copy.folder), ...processesIn(own)];
const nothingLeft = async () => running().length === 0 && (await readdir(own)).length === 0;

describe("a run of checks that is ended in the middle leaves nothing", () => {
  test.each([
    ["SIGINT", 130, "Ctrl-C"],
    ["SIGTERM", 143, "a supervisor"],
    ["SIGHUP", 129, "the terminal is closed"],
  ] as const)("%s: code %i (%s)", async (signal, code, _who) => {
    const run = copy.begin(["test", "solutions/03"], { TMPDIR: own });
    // Programs of its checks are running.
    await until(() => running().length > 2, { what: "programs", within: 60_000 });
    run.child.kill(signal);
    expect((await run.ended).code).toBe(code);
    await until(nothingLeft, { what: "an end of everything", within: 20_000 });
  });

  test("SIGKILL: its programs end; its folder is removed by the next run", async () => {
    const run = copy.begin(["test", "solutions/03"], { TMPDIR: own });
    await until(() => running().length > 2, { what: "programs", within: 60_000 });
    run.child.kill("SIGKILL");
    await run.ended;
    await until(() => running().length === 0, { what: "an end of all", within: 20_000 });
    const words = ["test", "solutions/01", "--task", "pool-size"];
    expect((await copy.course(words, { TMPDIR: own })).code).toBe(0);
    await until(nothingLeft, { what: "an empty folder", within: 20_000 });
  });
});

test("two runs of the same lesson at the same time do not disturb each other", async () => {
  const words = ["test", "solutions/01", "--task", "port-taken", "--task", "pool-size"];
  const both = await Promise.all([copy.course(words), copy.course(words)]);
  expect(both.map(({ code, stdout }) => code || stdout)).toEqual(both.map(({ stdout }) => stdout));
});

test("another time zone and locale make no difference", async () => {
  const env = { TZ: "Asia/Kathmandu", LC_ALL: "tr_TR.UTF-8" };
  const words = ["test", "solutions/01", "--task", "pool-size", "--lang", "en"];
  const { code, stdout } = await copy.course(words, env);
  expect([code, stdout]).toEqual([0, expect.stringContaining("pass")]);
});
