import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import { task } from "../../harness/task.ts";
import type { Outcome } from "../../harness/probe.ts";
import { answer, type Behaviour, type Counter } from "./counter.ts";
import { mustReturn } from "./returns.ts";
import { askInTurn, SERVERS, withShop, type Shop } from "./shop.ts";
import { clientAddresses } from "../../harness/clients.ts";
import { sideBySide } from "../../harness/side-by-side.ts";
import { makeSilent } from "./silent.ts";
import { mustFinishAnswer, mustWaitForAnswer } from "./slow-answer.ts";
import { soon } from "./soon.ts";

/** Asked for: 3 s. nginx by itself waits 60. */
const ANSWERED_WITHIN = 4500;

task("failover", ({ check }) => {
  check("nobody-notices", async (context) => {
    await sideBySide([
      withShop(context, async (shop) => {
        await askInTurn(shop, 6);
        const server = busiest(shop);
        server.close();
        await mustAllBeServed(shop, "GET");
        await mustAllBeServed(shop, "POST");
        // One that dies while it works: the request has reached it. Never more than one is dead at a time.
        await server.open();
        for (const counter of shop.counters) counter.behave = dieOnce(shop);
        await mustAllBeServed(shop, "GET");
      }),
      withShop(context, async (shop) => {
        await askInTurn(shop, 6);
        const server = busiest(shop);
        server.close();
        if (!(await makeSilent(shop.nginx.port(server.documented), context))) return;
        for (const from of await clientAddresses(12)) await mustAnswerSoon(shop, from);
      }),
      withShop(context, mustWaitForAnswer),
      mustFinishAnswer(context),
    ]);
  });

  check("returns-by-itself", async (context) => {
    const open = (look: (shop: Shop) => Promise<void>) => withShop(context, look);
    await sideBySide(SERVERS.map((server) => mustReturn(open, server)));
  });

  check("poison-stops", async (context) => {
    await withShop(context, async (shop) => {
      for (const counter of shop.counters) counter.behave = dieOfPoison;
      const outcome = await shop.ask("/poison", { within: patience(8000) });
      const dead = shop.counters.filter(({ isOpen }) => !isOpen).length;
      if (dead === 0) throw new Finding("not-passed", endOf(outcome));
      if (dead > 2) throw new Finding("poison-kills-all", { dead });
    });
  });

  check("orders-once", async (context) => {
    await withShop(context, async (shop) => {
      for (const counter of shop.counters) counter.behave = (_, res) => void res.destroy();
      const sent = { method: "POST", body: "oolong", within: patience(8000) };
      const outcome = await shop.ask("/orders", sent);
      const arrived = shop.counters.flatMap((counter) => counter.arrived);
      const times = arrived.filter(({ url }) => url === "/orders").length;
      if (times === 0) throw new Finding("not-passed", endOf(outcome));
      if (times > 1) throw new Finding("order-twice", { times });
    });
  });
});

/** A server that these clients come to, whatever the method. */
function busiest({ counters }: Shop): Counter {
  return counters.reduce((most, one) => (one.arrived.length > most.arrived.length ? one : most));
}

const die: Behaviour = (_, res, counter) => {
  res.destroy();
  counter.close();
};

const dieOfPoison: Behaviour = (arrived, res, counter) =>
  (arrived.url === "/poison" ? die : answer)(arrived, res, counter);

/** The first server that gets a request dies of something; the others go on. */
function dieOnce(shop: Shop): Behaviour {
  return (arrived, res, counter) => {
    if (shop.counters.every(({ isOpen }) => isOpen)) return die(arrived, res, counter);
    answer(arrived, res, counter);
  };
}

async function mustAllBeServed(shop: Shop, method: string): Promise<void> {
  for (const from of await clientAddresses(12)) {
    const outcome = await shop.ask("/orders", { method, from });
    if (outcome.kind === "answer" && outcome.status === 200) continue;
    throw new Finding("customer-notices", { method, ...endOf(outcome) });
  }
}

/** Whoever comes to the server that is silent must not wait for it. */
async function mustAnswerSoon(shop: Shop, from: string): Promise<void> {
  let outcome: Outcome | undefined;
  void shop.ask("/", { from, within: patience(20_000) }).then((one) => (outcome = one));
  const answered = await soon(() => outcome, {
    usual: ANSWERED_WITHIN,
    every: 5,
    otherwise: (ms) => new Finding("waits-for-the-silent", { ms }),
  });
  if (answered.kind === "answer" && answered.status === 200) return;
  throw new Finding("customer-notices", { method: "GET", ...endOf(answered) });
}
