import type { Agent } from "node:http";
import { openBackend, type Backend } from "../../harness/backend.ts";
import { Finding } from "../../harness/finding.ts";
import { load } from "../../harness/load.ts";
import { ask, oneConnection } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import { task } from "../../harness/task.ts";
import { begun, reader } from "./reader.ts";
import { failed, mustLive, openProxy, seen, shares } from "./scene.ts";

task("round-robin", ({ check }) => {
  check("equal-shares", async ({ start }) => {
    await using a = await openBackend();
    await using b = await openBackend();
    const proxy = await openProxy(start, [a, b]);
    await mustTakeTurns(proxy, [a, b], { rounds: 10, finding: "one-for-all" });
    const agent = oneConnection();
    try {
      await mustTakeTurns(proxy, [a, b], { rounds: 3, finding: "by-connection", agent });
    } finally {
      agent.destroy();
    }
    await mustTakeTurnsInAll(proxy, [a, b]);
  });

  check("any-number-of-targets", async ({ start }) => {
    await using a = await openBackend();
    await using b = await openBackend();
    await using c = await openBackend();
    const proxy = await openProxy(start, [a, b, c]);
    await mustTakeTurns(proxy, [a, b, c], { rounds: 3, finding: "two-is-fixed" });
  });

  check("shares-at-the-same-time", async ({ start }) => {
    // Nobody is answered before all have arrived: so all are in work at the same time.
    const count = 8;
    await using a = await openBackend(() => {});
    await using b = await openBackend(() => {});
    const proxy = await openProxy(start, [a, b]);
    const answers = load(proxy.url, { count, concurrency: count });
    // Only those in work count: on a slow machine clients give up meanwhile, and then others take their places.
    const inWork = () => [...a.got, ...b.got].filter(({ res }) => !res.closed).length;
    let most = 0;
    const all = await seen(() => (most = Math.max(most, inWork())) === count, 3000);
    for (const { res } of [...a.got, ...b.got]) res.end("tea");
    if (!all) {
      proxy.mustLive();
      throw new Finding("one-at-a-time", { arrived: most, sent: count });
    }
    await answers;
    const [first, second] = shares([a, b]);
    if (first !== second) throw new Finding("uneven-at-once", { shares: [first, second] });
    await mustNotAvoidTheBusy(proxy, [a, b]);
  });
});

/** While one target is busy with a long answer, it goes on getting its share of the others. */
async function mustNotAvoidTheBusy(proxy: Program, backends: Backend[]): Promise<void> {
  for (const one of backends)
    one.answer = ({ url, res }) => void (url === "/board" ? res.write("open") : res.end("tea"));
  const board = reader(`${proxy.url}/board`);
  try {
    if (!(await begun(board))) throw new Finding("not-answered", { kind: "late" });
    const before = shares(backends);
    for (let i = 0; i < 4; i++) await mustAnswer(proxy, { first: true });
    const since = shares(backends).map((share, i) => share - before[i]!);
    if (since[0] !== since[1]) throw new Finding("busy-is-avoided", { shares: since.toSorted() });
  } finally {
    board.leave();
  }
}

/** One turn for all: two requests that have nothing in common, one after the other, don't get the same target. */
async function mustTakeTurnsInAll(proxy: Program, backends: Backend[]): Promise<void> {
  const before = shares(backends);
  await mustAnswer(proxy);
  await mustAnswer(proxy, { path: "/orders", method: "POST", body: "tea" });
  const since = shares(backends).map((share, i) => share - before[i]!);
  if (since[0] !== since[1]) throw new Finding("by-kind", {});
}

interface Rounds {
  rounds: number;
  /** What it means when some target gets nothing in all rounds. */
  finding: string;
  agent?: Agent;
}

/** In each round, as many requests as there are targets, each target must get one. */
async function mustTakeTurns(proxy: Program, backends: Backend[], options: Rounds): Promise<void> {
  const { rounds, finding, agent } = options;
  const before = shares(backends);
  const since = (then: number[]) => shares(backends).map((share, i) => share - then[i]!);
  let uneven: number[] | undefined;
  for (let i = 0; i < rounds; i++) {
    const then = shares(backends);
    for (const _ of backends) await mustAnswer(proxy, { first: i === 0, agent });
    if (since(then).some((share) => share !== 1)) uneven ??= since(then);
  }
  if (since(before).includes(0)) throw new Finding(finding, { shares: since(before) });
  if (uneven) throw new Finding("uneven", { shares: uneven });
}

interface Asked {
  first?: boolean;
  agent?: Agent | undefined;
  path?: string;
  method?: string;
  body?: string;
}

async function mustAnswer(
  proxy: Program,
  { first = false, agent, path = "", ...request }: Asked = {},
): Promise<void> {
  const outcome = await ask(proxy.url + path, { ...request, ...(agent && { agent }) });
  await mustLive(proxy, outcome, [[/proper URL as target/, "list-runs-out"]]);
  if (outcome.kind === "answer" && outcome.status === 200) return;
  // The first requests were answered, and then one was not: there was no target for it.
  throw new Finding(first ? "not-answered" : "list-runs-out", failed(outcome));
}
