import { Finding } from "../../harness/finding.ts";
import type { Program } from "../../harness/program.ts";
import { task } from "../../harness/task.ts";
import { allListen, endOne, killOne, linesOf, settled, type Line } from "./flight.ts";

const WORKERS = 5;
/** The line of exit for each of five endings. */
type Endings = Record<"left" | "three" | "zero" | "threw" | "killed", Line>;
/** How a worker really ended: its own handlers may have had a say. */
type Real = (line: Line) => { code?: unknown; planned?: unknown };

task("how-it-ended", ({ check, shared }) => {
  const shop = shared({ env: { WEB_CONCURRENCY: String(WORKERS) }, ready: "none" });
  let ending: Promise<Endings> | undefined;
  const endings = () => (ending ??= shop().then(endAll));
  const realEnds = async (): Promise<Real> => {
    const exits = (await shop()).trace.of("exit");
    return ({ worker }) => exits.find((exit) => exit["worker"] === worker) ?? {};
  };

  check("planned", async () => {
    const { left, ...others } = await endings();
    const real = await realEnds();
    const unplanned = Object.values(others).filter(
      (line) => line["planned"] === true && real(line).planned !== true,
    );
    if (left["planned"] !== true)
      throw new Finding("planned-not-told", { seen: text(left["planned"]) });
    if (unplanned.length === 0) return mustHave("planned", Object.values(others));
    if (unplanned.length === 4) throw new Finding("everything-planned", {});
    if (unplanned[0] === others.zero) throw new Finding("zero-taken-for-planned", {});
    throw new Finding("planned-wrong", { lines: unplanned.map((line) => JSON.stringify(line)) });
  });

  check("exit-codes", async () => {
    const { three, zero, threw, killed } = await endings();
    const real = await realEnds();
    const wanted = [
      [three, "process.exit(3)"],
      [zero, "process.exit(0)"],
      [threw, "throw"],
    ] as const;
    for (const [line, how] of wanted) {
      const { code } = real(line);
      if (line["code"] !== code)
        throw new Finding("code-wrong", {
          how,
          code,
          seen: text(line["code"]),
          swapped: line["signal"] === code,
        });
      if ((line["signal"] ?? null) !== null)
        throw new Finding("signal-invented", { how, seen: text(line["signal"]) });
    }
    // Who has no signal anywhere doesn't know of it, which the next check tells.
    if (killed["signal"] !== undefined) mustHave("signal", [three, zero, threw]);
  });

  check("signal", async () => {
    const { killed } = await endings();
    const { code, signal } = killed;
    if (code === 0) throw new Finding("kill-looks-like-success", { signal: text(signal) });
    if (signal !== "SIGKILL") throw new Finding("signal-missing", { seen: text(signal) });
    mustHave("code", [killed]);
    if (code !== null) throw new Finding("code-invented", { seen: text(code) });
  });
});

async function endAll(program: Program): Promise<Endings> {
  await allListen(program, WORKERS);
  const ids = {
    left: await endOne(program, "/leave"),
    three: await endOne(program, "/exit?code=3"),
    zero: await endOne(program, "/exit?code=0"),
    threw: await endOne(program, "/throw"),
    killed: await killOne(program),
  };
  const exits = () => linesOf(program).filter(({ event }) => event === "exit");
  await settled(program, () => new Set(exits().map(({ worker }) => worker)).size >= WORKERS);
  if (exits().length === 0) throw new Finding("no-exit-lines", {});
  const fields = new Set(exits().flatMap((line) => Object.keys(line)));
  if (["code", "signal", "planned"].every((field) => !fields.has(field))) {
    const others = [...fields].filter((field) => field !== "event" && field !== "worker");
    throw new Finding("exit-says-nothing", { others });
  }
  const lines = Object.entries(ids).map(([how, id]) => {
    const line = exits().find(({ worker }) => worker === id);
    if (!line) throw new Finding("no-exit-line", { id });
    return [how, line];
  });
  return Object.fromEntries(lines) as Endings;
}

/** @throws {Finding} field-left-out when a line lacks a field that the others have. */
function mustHave(field: "code" | "signal" | "planned", lines: Line[]): void {
  const line = lines.find((one) => one[field] === undefined);
  if (line) throw new Finding("field-left-out", { field, line: JSON.stringify(line) });
}

function text(value: unknown): string {
  return String(JSON.stringify(value));
}
