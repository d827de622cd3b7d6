import type { Agent } from "node:http";
import { openBackend } from "../../harness/backend.ts";
import { Finding } from "../../harness/finding.ts";
import { load } from "../../harness/load.ts";
import { ask, oneConnection, type Outcome } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import { task } from "../../harness/task.ts";
import { failed, mustLive, openProxy, seen, shares } from "./scene.ts";

task("round-robin", ({ check }) => {
  check("equal-shares", async ({ start }) => {
    await using a = await openBackend();
    await using b = await openBackend();
    const proxy = await openProxy(start, [a, b]);
    const agent = oneConnection();
    try {
      await send(proxy, 12);
      mustBeEqual(shares([a, b]), "uneven");
      const before = shares([a, b]);
      await send(proxy, 6, agent);
      const after = shares([a, b]).map((share, i) => share - before[i]!);
      if (after.includes(0)) throw new Finding("by-connection", { shares: after });
      mustBeEqual(after, "uneven");
    } finally {
      agent.destroy();
    }
  });

  check("any-number-of-targets", async ({ start }) => {
    await using a = await openBackend();
    await using b = await openBackend();
    await using c = await openBackend();
    const proxy = await openProxy(start, [a, b, c]);
    await send(proxy, 9);
    const all = shares([a, b, c]);
    if (all[2] === 0) throw new Finding("two-is-fixed", { shares: all });
    mustBeEqual(all, "uneven");
  });

  check("shares-at-the-same-time", async ({ start }) => {
    // Nobody is answered before all have arrived: so all are in work at the same time.
    const count = 8;
    await using a = await openBackend(() => {});
    await using b = await openBackend(() => {});
    const proxy = await openProxy(start, [a, b]);
    const answers = load(proxy.url, { count, concurrency: count });
    const arrived = () => a.got.length + b.got.length;
    const all = await seen(() => arrived() === count, 3000);
    for (const { res } of [...a.got, ...b.got]) res.end("tea");
    if (!all) {
      proxy.mustLive();
      throw new Finding("one-at-a-time", { arrived: arrived(), sent: count });
    }
    await answers;
    mustBeEqual(shares([a, b]), "uneven-at-once");
  });
});

async function send(proxy: Program, count: number, agent?: Agent): Promise<void> {
  for (let i = 0; i < count; i++) {
    const outcome = await ask(proxy.url, agent ? { agent } : {});
    await mustLive(proxy, outcome, [[/proper URL as target/, "list-runs-out"]]);
    if (outcome.kind !== "answer" || outcome.status !== 200) throw notAnswered(outcome, i);
  }
}

/** The first requests were answered, and then one was not: there was no target for it. */
function notAnswered(outcome: Outcome, before: number): Finding {
  return new Finding(before >= 2 ? "list-runs-out" : "not-answered", failed(outcome));
}

function mustBeEqual(all: number[], finding: string): void {
  if (all.every((share) => share === all[0])) return;
  if (all.filter((share) => share > 0).length === 1)
    throw new Finding("one-for-all", { shares: all });
  throw new Finding(finding, { shares: all });
}
