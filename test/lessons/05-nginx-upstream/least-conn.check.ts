import { clientAddresses } from "../../harness/clients.ts";
import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import type { Outcome } from "../../harness/probe.ts";
import { task } from "../../harness/task.ts";
import { until } from "../../harness/wait.ts";
import { answer, type Counter } from "./counter.ts";
import { mustBeServed, shares, withShop, type Shop } from "./shop.ts";

const REQUESTS = 30;
/** A server that is busy with one request gets no other, as long as others are free; a few are forgiven. */
const FEW = 3;
/** More than one for each server. */
const AT_ONCE = 12;

task("least-conn", ({ check }) => {
  check("slow-gets-less", async (context) => {
    await withShop(context, async (shop) => {
      const count = await whileSlow(shop, shop.counters[2]!);
      if (count > FEW) throw new Finding("slow-gets-its-share", { count, requests: REQUESTS });
    });
  });

  check("whichever-is-slow", async (context) => {
    await withShop(context, async (shop) => {
      for (const counter of shop.counters) {
        const count = await whileSlow(shop, counter);
        const { documented } = counter;
        if (count > FEW)
          throw new Finding("one-fixed-order", { count, requests: REQUESTS, documented });
      }
      await mustTakeAll(shop);
    });
  });
});

/** Lets one server keep its customers waiting, and counts how many of the requests nginx gives it meanwhile. */
async function whileSlow(shop: Shop, slow: Counter): Promise<number> {
  const release = hold([slow]);
  const before = slow.arrived.length;
  const answers: Promise<Outcome>[] = [];
  for (const from of await clientAddresses(REQUESTS)) {
    const arrived = slow.arrived.length;
    let answered = false;
    const request = shop.ask("/", { from, within: patience(20_000) });
    answers.push(request);
    void request.then(() => (answered = true));
    const settled = () => answered || slow.arrived.length > arrived;
    await until(settled, { what: "an answer", within: patience(5000), every: 1 });
  }
  const count = slow.arrived.length - before;
  release();
  for (const outcome of await Promise.all(answers)) mustBeServed(shop, outcome);
  return count;
}

/** Where all servers are busy, customers may have to wait, but nobody is turned away. */
async function mustTakeAll(shop: Shop): Promise<void> {
  const arrived = () => shares(shop).reduce((sum, one) => sum + one, 0);
  const before = arrived();
  const release = hold(shop.counters);
  let early = 0;
  const answers = (await clientAddresses(AT_ONCE)).map(async (from) => {
    const outcome = await shop.ask("/", { from, within: patience(20_000) });
    early += 1;
    return outcome;
  });
  const settled = () => arrived() - before + early >= AT_ONCE;
  await until(settled, { what: "requests at busy servers", within: patience(5000), every: 5 });
  release();
  const outcomes = await Promise.all(answers);
  const away = outcomes.filter((one) => one.kind !== "answer" || one.status !== 200);
  if (away.length === 0) return;
  throw new Finding("turned-away", { count: away.length, of: AT_ONCE, ...endOf(away[0]!) });
}

/** Keeps the customers of these servers waiting, until what it gives is called. */
function hold(counters: Counter[]): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const counter of counters) {
    counter.behave = async (...all) => {
      await promise;
      answer(...all);
    };
  }
  return () => {
    for (const counter of counters) counter.behave = answer;
    resolve();
  };
}
