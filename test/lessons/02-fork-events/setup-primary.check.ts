import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import type { Program } from "../../harness/program.ts";
import { task, type CheckContext } from "../../harness/task.ts";
import { until } from "../../harness/wait.ts";
import { allListen, askWorker, mustAllLive, settled, shopThatCantOpen } from "./flight.ts";
import { mustNotMix, prefixOf, printed } from "./printed.ts";

const WORKERS = 2;
const RECEIPT = ["receipt: taro milk", "receipt: total 65"];
const MESSAGE = "the sealing machine is jammed";
const JAMMED = `Error: ${MESSAGE}`;
const options = { env: { WEB_CONCURRENCY: String(WORKERS) }, ready: "none" } as const;

task("setup-primary", ({ check, shared }) => {
  const shop = shared(options);

  check("own-file", async () => {
    const program = await shop();
    const starts = () => program.trace.of("start");
    const ofWorkers = () => starts().filter(({ role }) => role === "worker");
    // Of what a worker dies that has started is for the next check.
    const unless = () => {
      const deaths = program.trace.of("exit").map(({ child }) => child);
      const early = deaths.some((child) => !ofWorkers().some(({ pid }) => pid === child));
      if (early || program.exit) mustAllLive(program);
    };
    const within = patience(20_000);
    await until(() => ofWorkers().length >= WORKERS, { what: "all workers start", within, unless });
    const own = starts().find(({ role }) => role === "primary")!["file"];
    const same = ofWorkers().filter(({ file }) => file === own).length;
    if (same === 0) return;
    throw new Finding(same < WORKERS ? "some-run-primary-file" : "all-run-primary-file", {
      file: own,
    });
  });

  check("arguments-and-environment", async () => {
    const program = await shop();
    await allListen(program, WORKERS);
    const answers = await answersOfAll(program);
    const seasons = new Set(answers.map(({ season }) => season));
    if (seasons.has("all year")) throw new Finding("no-argument", {});
    if (seasons.size > 1 || !seasons.has("winter"))
      throw new Finding("wrong-argument", { seen: [...seasons] });
    const counters = answers.map(({ counter }) => counter);
    if (String(counters) === "counter-1,counter-2") return;
    if (counters.includes("a counter without a name")) throw new Finding("counter-missing", {});
    throw new Finding(counters[0] === counters[1] ? "counter-shared" : "counter-wrong", {
      seen: counters,
    });
  });

  check("output-behind-id", async () => {
    const program = await shop();
    await allListen(program, WORKERS);
    const { worker } = await askWorker(program, "/receipt");
    const wanted = RECEIPT.map((line) => `[${worker}] ${line}`);
    // The second line comes behind the first: once it is there in any form, nothing more will come.
    await settled(program, () => printed(program).some((line) => line.includes("total 65")));
    const lines = printed(program).filter((line) => /receipt|milk/.test(line));
    if (wanted.every((line) => lines.includes(line))) return mustNotMix(program, WORKERS);
    if (lines.length === 0) throw new Finding("output-swallowed", {});
    if (RECEIPT.every((line) => lines.includes(line)))
      throw new Finding("output-bare", { line: RECEIPT[0] });
    const pieces = lines.some((line) => line.includes(`[${worker}] receipt: taro`));
    throw pieces
      ? new Finding("prefix-per-piece", { lines })
      : new Finding("prefix-wrong", { lines, worker, of: prefixOf(program, lines) });
  });

  check("errors-behind-id", async ({ start }) => {
    const program = await start(options);
    await allListen(program, WORKERS);
    const { worker } = await askWorker(program, "/throw");
    const wanted = `[${worker}] ${JAMMED}`;
    await settled(program, () => printed(program).some((line) => line.includes(JAMMED)));
    const lines = printed(program).filter((line) => line.includes(MESSAGE));
    // A worker that catches the error itself prints it in its own words.
    const behindId = lines.length > 0 && lines.every((line) => line.startsWith(`[${worker}] `));
    if (lines.includes(wanted) || behindId) return mustReadFromTheStart(start);
    if (lines.length === 0) throw new Finding("errors-swallowed", {});
    const told = lines.filter((line) => line.includes(JAMMED));
    throw new Finding(lines.includes(JAMMED) ? "errors-bare" : "prefix-wrong", {
      line: JAMMED,
      lines: told.length > 0 ? told : lines,
      worker,
      of: prefixOf(program, lines),
    });
  });
});

/** @throws {Finding} start-errors-lost when a worker dies before it listens, and nothing of its output is there. */
async function mustReadFromTheStart(start: CheckContext["start"]): Promise<void> {
  const program = await shopThatCantOpen(start);
  const behindId = () => printed(program).some((line) => line.startsWith("[1] "));
  await settled(program, behindId);
  if (behindId()) return;
  const bare = printed(program).find((line) => line.includes("EADDRINUSE"));
  throw bare ? new Finding("errors-bare", { line: bare }) : new Finding("start-errors-lost", {});
}

/** Asks until every worker has answered; gives their answers in order of their ids. */
async function answersOfAll(program: Program): Promise<Record<string, unknown>[]> {
  const answers = new Map<number, Record<string, unknown>>();
  for (let i = 0; i < WORKERS * 20 && answers.size < WORKERS; i++) {
    const { worker, answer } = await askWorker(program, "/", "GET");
    answers.set(worker, answer);
  }
  return [...answers].sort(([a], [b]) => a - b).map(([, answer]) => answer);
}
