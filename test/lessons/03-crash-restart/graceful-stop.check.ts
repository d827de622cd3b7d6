import { once } from "node:events";
import { connect } from "node:net";
import { endOf } from "../../harness/ended.ts";
import { lookAgain } from "../../harness/look-again.ts";
import { Finding } from "../../harness/finding.ts";
import { ask, oneConnection, type Outcome } from "../../harness/probe.ts";
import { patience } from "../../harness/pace.ts";
import { isAlive } from "../../harness/processes.ts";
import type { Program } from "../../harness/program.ts";
import { task, type CheckContext } from "../../harness/task.ts";
import { until } from "../../harness/wait.ts";
import { boardsForAll, openBoard } from "./board.ts";
import { crash, living, openShop, outlasting, restsFor, seen } from "./crew.ts";
import {
  askToStop,
  closesBefore,
  mustBeAnswered,
  mustEnd,
  mustNotRespawn,
  mustStayUntil,
  ordersForAll,
  slowOrder,
} from "./stopping.ts";

// Where the limit is not the subject, it is too long to help.
const patient = { STOP_WITHIN_MS: "90000" };

task("graceful-stop", ({ check }) => {
  check("in-flight-finishes", async ({ start }) => {
    // On a busy machine the order may be answered before we come to see that the port is closed: then a longer one decides.
    await lookAgain([1, 4], async (times) => {
      const shop = await openShop(start, 2, patient);
      // Each worker has one: who lets them go in turn would otherwise begin with an idle one, or not.
      const orders = await ordersForAll(shop, 2, times);
      // And one has two: the answer to the first may not cut the second.
      orders.push(...(await ordersForAll(shop, 1, times)));
      askToStop(shop);
      const closed = await closesBefore(shop, orders[0]!);
      for (const order of orders) await mustBeAnswered(shop, order);
      for (const order of orders) await mustStayUntil(shop, order);
      mustNotRespawn(shop);
      if (!closed) return new Finding("still-accepting", {});
      await mustEnd(shop, { usual: 5000, late: "never-ends" });
    });
  });

  check("nothing-holds-it-up", async ({ start }) => {
    const shop = await openShop(start, 2, patient);
    const agents = [oneConnection(), oneConnection()];
    const silent = connect(shop.port, "127.0.0.1");
    silent.on("error", () => {}); // it may be cut
    try {
      await once(silent, "connect");
      for (const agent of agents) mustBeKept(await ask(shop.url, { agent }));
      const order = await slowOrder(shop, outlasting(shop), { agent: agents[1]! });
      askToStop(shop);
      await mustBeAnswered(shop, order);
      const late = () =>
        agents.some(({ freeSockets }) => Object.keys(freeSockets).length > 0)
          ? "keep-alive-holds"
          : "silent-connection-holds";
      await mustEnd(shop, { usual: 4000, late });
    } finally {
      silent.destroy();
      for (const agent of agents) agent.destroy();
    }
    await retriesMustNotHold(start);
  });

  check("limit-holds", async ({ start }) => {
    const shop = await openShop(start, 2, { STOP_WITHIN_MS: "300" });
    const board = await openBoard(shop);
    askToStop(shop);
    try {
      await mustEnd(shop, { usual: 4000, late: "no-limit", forced: true });
    } finally {
      board.destroy();
    }
    await givingUpHasItsLimit(start);
  });

  check("whole-group-too", async ({ start }) => {
    for (const by of ["SIGTERM", "SIGINT"] as const) {
      const shop = await openShop(start, 1, patient);
      const order = await slowOrder(shop, outlasting(shop));
      askToStop(shop, by, living(shop));
      await mustBeAnswered(shop, order);
      await mustStayUntil(shop, order);
      await mustEnd(shop, { usual: 5000, late: "never-ends" });
    }
  });
});

/** With no worker left, and two retries that are a long way off. */
async function retriesMustNotHold(start: CheckContext["start"]): Promise<void> {
  // The program's own file always exists: no worker ever boots.
  const hopeless = { WEB_CONCURRENCY: "2", MAX_DEATHS: "1000", BOOT_FAILS_IF: "server.ts" };
  const shop = await start({ env: { ...hopeless, BACKOFF_MS: "60000" }, ready: "none" });
  await seen(shop, () => twoRetriesWait(shop), 8000);
  shop.mustLive();
  askToStop(shop);
  const found = "retry-holds-the-stop"; // until it fires, and after that, too
  await mustEnd(shop, { usual: 4000, late: found, respawned: found });
}

/** After two deaths of each place, or three where all of them count together, each further retry is far away. */
function twoRetriesWait(shop: Program): boolean {
  const deaths = shop.trace.of("exit").length;
  if (deaths !== 3) return deaths > 3;
  return living(shop).length === 0 && restsFor(shop) > patience(200);
}

/** The primary gives up, and the worker that is left has an answer that never ends. */
async function givingUpHasItsLimit(start: CheckContext["start"]): Promise<void> {
  const shop = await openShop(start, 2, { STOP_WITHIN_MS: "300", MAX_DEATHS: "1" });
  // Each worker has one: whoever crashes, the other one is held.
  const boards = await boardsForAll(shop, 2);
  try {
    await crash(shop);
    const goesOn = () => shop.trace.of("fork").length > 2;
    await seen(shop, () => shop.exit ?? goesOn(), 4000);
    if (goesOn()) return; // that it gives up is asked by the task before
    if (!shop.exit) throw new Finding("gives-up-without-limit", {});
    const left = () => living(shop).filter(isAlive).length;
    await until(() => left() === 0, { what: "their end", within: patience(3000) }).catch(() => {});
    if (left() > 0) throw new Finding("left-after-stop", { left: left() });
  } finally {
    for (const board of boards) board.destroy();
  }
}

/** Whoever asks for a connection that lasts must get one, while nobody has asked the program to stop. */
function mustBeKept(outcome: Outcome): void {
  if (outcome.kind !== "answer") throw new Finding("shop-silent", { path: "/", ...endOf(outcome) });
  if (outcome.headers.connection === "close") throw new Finding("keep-alive-lost", {});
}
