import { Finding } from "../../harness/finding.ts";
import type { Program } from "../../harness/program.ts";
import { task } from "../../harness/task.ts";
import {
  allListen,
  endOne,
  EVENTS,
  killOne,
  linesOf,
  settled,
  shopThatCantOpen,
  tracedEvents,
} from "./flight.ts";
import { whyNoLines } from "./no-lines.ts";

const WORKERS = 3;
type Recorded = { event: string; worker?: unknown };

task("record-life", ({ check, shared }) => {
  const shop = shared({ env: { WEB_CONCURRENCY: String(WORKERS) }, ready: "none" });
  let ended: Promise<void> | undefined;

  async function flight(): Promise<{ program: Program; wanted: Recorded[]; seen: Recorded[] }> {
    const program = await shop();
    await (ended ??= liveAndEnd(program));
    const wanted = tracedEvents(program);
    const recorded = () => linesOf(program).filter(({ event }) => EVENTS.includes(event));
    await settled(program, () => {
      const lines = new Set(recorded().map(key));
      return wanted.every((one) => lines.has(key(one)));
    });
    const seen = recorded().map(({ event, worker }) => ({ event, worker }));
    if (seen.length === 0) throw whyNoLines(program);
    return { program, wanted, seen };
  }

  check("every-event", async () => {
    const { program, wanted, seen } = await flight();
    const ids = new Set(seen.map(({ worker }) => worker));
    const pids = program.trace.of("fork").map(({ child }) => child);
    const numbers = new Set([...ids].map(Number));
    if (pids.some((pid) => numbers.has(Number(pid)))) throw new Finding("pid-instead-of-id", {});
    const text = [...ids].find((id) => typeof id === "string" && Number(id) > 0);
    if (text !== undefined) throw new Finding("id-as-text", { id: text });
    const inWords = [...ids].find((id) => typeof id === "string" && /\D\d+\D*$/.test(id));
    if (inWords !== undefined) throw new Finding("id-as-text", { id: inWords });
    if (seen.every(({ worker }) => worker === undefined)) throw new Finding("no-worker-field", {});
    if (ids.size === 1)
      throw new Finding("same-id", { id: [...ids][0] ?? "none", workers: WORKERS });
    const lines = new Set(seen.map(key));
    const missing = wanted.filter((one) => !lines.has(key(one)));
    if (missing.length === 0) return;
    const events = EVENTS.filter((event) => missing.some((one) => one.event === event));
    if (String(events) === "fork") throw new Finding("fork-missing", {});
    const early = events.every((event) => event === "fork" || event === "online");
    throw new Finding(early ? "early-events-missing" : "events-missing", { events });
  });

  check("in-order-and-once", async () => {
    const { wanted, seen } = await flight();
    for (const one of wanted) {
      const times = (list: Recorded[]) => list.filter((other) => key(other) === key(one)).length;
      if (times(seen) > times(wanted)) throw new Finding("recorded-twice", { event: one.event });
    }
    for (let id = 1; id <= WORKERS; id++) {
      const order = (list: Recorded[]) =>
        list.filter(({ worker }) => worker === id).map(({ event }) => event);
      const data = { happened: order(wanted), recorded: order(seen) };
      if (String(data.happened) !== String(data.recorded)) throw new Finding("out-of-order", data);
    }
  });

  check("dies-before-listening", async ({ start }) => {
    const program = await shopThatCantOpen(start);
    // A program may already be at the next one.
    const wanted = tracedEvents(program).filter(({ worker }) => worker === 1);
    const missing = () => {
      const lines = new Set(linesOf(program).map(key as (line: { event: string }) => string));
      return wanted.filter((one) => !lines.has(key(one)));
    };
    await settled(program, () => missing().length === 0);
    const events = missing().map(({ event }) => event);
    if (events.length > 0) throw new Finding("early-death-missing", { events });
  });
});

/** Three workers live and end in three ways; afterwards the primary has nobody left. */
async function liveAndEnd(program: Program): Promise<void> {
  await allListen(program, WORKERS);
  await killOne(program);
  await endOne(program, "/leave");
  await endOne(program, "/exit?code=3");
}

function key({ event, worker }: Recorded): string {
  return `${event} ${worker}`;
}
