import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { lookAgain } from "../../harness/look-again.ts";
import { Finding } from "../../harness/finding.ts";
import { ask, oneConnection } from "../../harness/probe.ts";
import { task } from "../../harness/task.ts";
import { living, openShop, outlasting, signal } from "./crew.ts";
import {
  askToStop,
  closesBefore,
  mustBeAnswered,
  mustEnd,
  mustNotRespawn,
  slowOrder,
} from "./stopping.ts";

// Where the limit is not the subject, it is too long to help.
const patient = { STOP_WITHIN_MS: "90000" };

task("graceful-stop", ({ check }) => {
  check("in-flight-finishes", async ({ start }) => {
    // On a busy machine the order may be answered before we come to see that the port is closed: then a longer one decides.
    await lookAgain([1, 4], async (times) => {
      const shop = await openShop(start, 2, patient);
      const order = await slowOrder(shop, outlasting(shop) * times);
      askToStop(shop);
      const closed = await closesBefore(shop, order);
      await mustBeAnswered(shop, order);
      mustNotRespawn(shop);
      if (!closed) return new Finding("still-accepting", {});
      await mustEnd(shop, { usual: 5000, late: "never-ends" });
    });
  });

  check("keep-alive-holds-nothing", async ({ start }) => {
    const shop = await openShop(start, 2, patient);
    const agents = [oneConnection(), oneConnection()];
    try {
      await ask(shop.url, { agent: agents[0]! });
      const order = await slowOrder(shop, outlasting(shop), { agent: agents[1]! });
      askToStop(shop);
      await mustBeAnswered(shop, order);
      await mustEnd(shop, { usual: 4000, late: "keep-alive-holds" });
    } finally {
      for (const agent of agents) agent.destroy();
    }
  });

  check("limit-holds", async ({ start }) => {
    const shop = await openShop(start, 2, { STOP_WITHIN_MS: "300" });
    const board = get(`${shop.url}/board`, { agent: false });
    board.on("error", () => {}); // it will be cut
    const [answer] = (await once(board, "response")) as [IncomingMessage];
    answer.on("error", () => {}).resume();
    askToStop(shop);
    try {
      await mustEnd(shop, { usual: 4000, late: "no-limit" });
    } finally {
      board.destroy();
    }
  });

  check("whole-group-too", async ({ start }) => {
    const shop = await openShop(start, 2, patient);
    const order = await slowOrder(shop, outlasting(shop));
    askToStop(shop);
    for (const pid of living(shop)) signal(pid, "SIGTERM");
    await mustBeAnswered(shop, order);
    await mustEnd(shop, { usual: 5000, late: "never-ends" });
  });
});
