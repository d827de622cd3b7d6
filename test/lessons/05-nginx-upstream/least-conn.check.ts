import { clientAddresses } from "../../harness/clients.ts";
import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import type { Outcome } from "../../harness/probe.ts";
import { task } from "../../harness/task.ts";
import { until } from "../../harness/wait.ts";
import { answer, type Counter } from "./counter.ts";
import { mustBeServed, withShop, type Shop } from "./shop.ts";

const REQUESTS = 30;
/** A server that is busy with one request gets no other, as long as others are free; a few are forgiven. */
const FEW = 3;

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
    });
  });
});

/** Lets one server keep its customers waiting, and counts how many of the requests nginx gives it meanwhile. */
async function whileSlow(shop: Shop, slow: Counter): Promise<number> {
  const release = Promise.withResolvers<void>();
  slow.behave = async (...all) => {
    await release.promise;
    answer(...all);
  };
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
  slow.behave = answer;
  release.resolve();
  for (const outcome of await Promise.all(answers)) mustBeServed(shop, outcome);
  return count;
}
