import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { COURSE_CACHE } from "../../test/harness/course-cache.mjs";
import { buildTarget } from "../../test/harness/target.ts";
import type { Voice } from "./console.ts";
import { drawTable } from "./drawing.ts";
import { layersOf, ROOT, type Lesson } from "./lesson.ts";
import { recordProof, type Proof } from "./proof.ts";
import { makeBareSite } from "./site/bare.ts";
import { buildSite, docusaurus } from "./site/build.ts";
import { runChecks } from "./run-checks.ts";
import { bench as words } from "./words/bench.ts";
import type { Both } from "./words/cli.ts";

interface Measure {
  name: Both;
  /** Does it once. @returns how long that took, in ms. @throws when it did not come out as it must. */
  act(): Promise<number>;
}

const require = createRequire(import.meta.url);
const VITEST = join(require.resolve("vitest/package.json"), "..", "vitest.mjs");

/**
 * Measures, `times` each and by turns, and prints medians: an empty vitest file, each lesson's solution, the starter's first failing
 * task, and a task that is checked again by the same process, as at a save in watch mode; with `all` also the suite and the site.
 * @throws when something does not come out as it must; then no figure would mean anything.
 */
export async function runBench(
  lessons: Lesson[],
  voice: Voice,
  {
    times,
    all,
    record,
  }: { times: number; all?: boolean | undefined; record?: boolean | undefined },
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "uptime-bench-"));
  try {
    await writeFile(join(folder, "empty.test.ts"), 'test("nothing", () => {});\n');
    const empty = {
      name: words.empty,
      act: () => timeOf([VITEST, "run", "--globals", "--root", folder]),
    };
    const measures = [empty, ...lessons.flatMap(measuresOf)];
    const took = await byTurns(measures, times, voice);
    if (all) {
      for (const [one, ms] of await byTurns([bareSite, site], times, voice)) took.set(one, ms);
      took.set(suite, [await measured(suite, voice)]);
    }
    const rows = rowsOf(took, empty);
    print(rows, voice);
    if (record) recordProof((proof) => (proof.bench = rows));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function measuresOf(lesson: Lesson): Measure[] {
  const nr = lesson.name.slice(0, 2);
  return [
    { name: words.solution(nr), act: () => course(["test", `solutions/${nr}`]) },
    { name: words.starter(nr), act: () => course(["prove", nr, "--only", "starter"]) },
    { name: words.again(nr), act: () => checkAgain(lesson) },
  ];
}

/** Done once: it takes minutes. */
const suite: Measure = { name: words.suite, act: () => course(["test"]) };
const site: Measure = {
  name: words.site,
  async act() {
    await makeCold();
    const started = performance.now();
    const log = await buildSite();
    if (log !== undefined) throw new Error(log);
    return performance.now() - started;
  },
};
const bareSite: Measure = {
  name: words.bare,
  async act() {
    const { folder, remove } = await makeBareSite();
    try {
      await makeCold();
      return await timeOf([docusaurus(), "build", folder]);
    } finally {
      await remove();
    }
  },
};

/** Removes what a build left that would make the next one shorter; the bare site's is in the same place. */
async function makeCold(): Promise<void> {
  for (const cache of [".docusaurus", "node_modules/.cache"])
    await rm(join(ROOT, "site", cache), { recursive: true, force: true });
}

/** How long the first task takes in a process that has checked before. */
async function checkAgain(lesson: Lesson): Promise<number> {
  const target = await buildTarget({
    lesson: lesson.folder,
    folders: layersOf(lesson, "solution"),
  });
  try {
    const check = () => runChecks({ lesson, folder: target.folder, tasks: [lesson.tasks[0]!.id] });
    await check();
    const started = performance.now();
    const [task] = await check();
    if (task?.verdict !== "pass") throw new Error(`${lesson.name}: ${JSON.stringify(task)}`);
    return performance.now() - started;
  } finally {
    await target.remove();
  }
}

const course = (typed: string[]) => timeOf([join(ROOT, "course", "src", "main.mjs"), ...typed]);

/** Runs a Node.js program to its end. @throws when it fails. */
async function timeOf(command: string[]): Promise<number> {
  const env = { ...process.env, NODE_COMPILE_CACHE: COURSE_CACHE, DISABLE_VERSION_CHECK: "true" };
  const started = performance.now();
  const child = spawn(process.execPath, command, { cwd: ROOT, env });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`${command.slice(1).join(" ")}: code ${code}\n${said}`);
  return performance.now() - started;
}

/** One of each, then the next round, so that a busy minute of the machine falls on all. */
async function byTurns(
  measures: Measure[],
  times: number,
  voice: Voice,
): Promise<Map<Measure, number[]>> {
  const took = new Map<Measure, number[]>(measures.map((one) => [one, []]));
  for (let i = 0; i < times; i++)
    for (const one of measures) took.get(one)!.push(await measured(one, voice));
  return took;
}

async function measured({ name, act }: Measure, voice: Voice): Promise<number> {
  const line = await voice.progress(name);
  try {
    return await act();
  } finally {
    line.stop();
  }
}

function rowsOf(took: Map<Measure, number[]>, empty: Measure): Proof["bench"] {
  const base = medianOf(took.get(empty)!);
  const round = (value: number) => Math.round(value * 100) / 100;
  const seconds = (ms: number) => round(ms / 1000);
  return [...took].map(([{ name }, all]) => ({
    name,
    median: seconds(medianOf(all)),
    least: seconds(Math.min(...all)),
    most: seconds(Math.max(...all)),
    ratio: round(medianOf(all) / base),
  }));
}

function print(bench: Proof["bench"], voice: Voice): void {
  const rows = bench.map(({ name, median, least, most, ratio }) => [
    voice.pick(name),
    ...[median, least, most, ratio].map((value) => value.toFixed(2)),
  ]);
  const head = [words.what, words.median, words.least, words.most, words.ratio].map(voice.pick);
  console.log(drawTable(head, rows).join("\n"));
}

function medianOf(all: number[]): number {
  const sorted = all.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
