import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import { freePort, releasePort } from "../../harness/ports.ts";
import { ask, jsonOf, type Outcome } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import { task, type CheckContext } from "../../harness/task.ts";
import { sharedRedis } from "./any-redis.ts";
import { misfits, withBoards } from "./boards.ts";
import { endIsTold, order, SERVER } from "./scene.ts";
import { askUpgrade, isUpgraded } from "./upgrade-request.ts";

const anyRedis = sharedRedis();

const PROXY = ["node", "proxy.ts"];
type Start = CheckContext["start"];

task("upgrade-in-node", ({ check }) => {
  const openServer = async (start: Start, port?: number) =>
    start({ command: SERVER, env: await anyRedis(), ...(port && { port }) });

  async function openProxy(start: Start, target: number): Promise<Program> {
    return start({ command: PROXY, env: { TARGET: `http://127.0.0.1:${target}` } });
  }

  check("plain-requests-too", async ({ start }) => {
    const shop = await openServer(start);
    const proxy = await openProxy(start, shop.port);
    await mustPass(proxy, shop.port);
  });

  check("upgrade-passes", async ({ start }) => {
    const proxy = await openProxy(start, (await openServer(start)).port);
    await withBoards(async (open) => {
      const board = open(proxy.url);
      const upgraded = misfits([board], ({ transport }) => transport === "websocket", {
        usual: 2500,
      });
      const [outcome, left] = await Promise.all([askUpgrade(proxy.url, patience(2500)), upgraded]);
      await mustLive(proxy, "of an upgrade", outcome);
      const { transport } = board;
      if (!isUpgraded(outcome) || left.length > 0)
        throw new Finding("proxy-does-not-upgrade", { ...endOf(outcome), transport });
    });
  });

  check("dead-target", async ({ start }) => {
    const port = await freePort();
    try {
      const proxy = await openProxy(start, port);
      const outcome = await askUpgrade(proxy.url, patience(2000));
      const plain = await ask(`${proxy.url}/menu`, { within: patience(2000) });
      await mustLive(proxy, "dead-target", plain);
      if (outcome.kind === "late") throw new Finding("upgrade-hangs", { ms: outcome.ms });
      if (plain.kind !== "answer" || plain.status < 500)
        throw new Finding("no-bad-gateway", endOf(plain));
      await openServer(start, port);
      const now = await askUpgrade(proxy.url);
      await mustLive(proxy, "of an upgrade", now);
      if (!isUpgraded(now)) throw new Finding("proxy-stays-shut", endOf(now));
    } finally {
      releasePort(port);
    }
  });

  check("target-dies-later", async ({ start }) => {
    const shop = await openServer(start);
    const proxy = await openProxy(start, shop.port);
    await withBoards(async (open) => {
      const board = open(proxy.url, { transports: ["websocket"], returns: false });
      await misfits([board], ({ transport }) => transport === "websocket");
      if (board.transport !== "websocket")
        throw new Finding("proxy-does-not-upgrade", { kind: "late", transport: board.transport });
      shop.signal("SIGKILL");
      const deaf = await misfits([board], ({ breaks }) => breaks.length > 0, { usual: 2000 });
      const plain = await ask(`${proxy.url}/menu`, { within: patience(2000) });
      await mustLive(proxy, "target-dies-later", plain);
      if (deaf.length > 0) throw new Finding("end-not-passed-on", {});
      if (plain.kind === "late") throw new Finding("no-bad-gateway", endOf(plain));
    });
  });
});

/** Whether the proxy has survived. What shows it is a request after the one that may have ended it. */
async function mustLive(proxy: Program, when: string, later: Outcome): Promise<void> {
  if (later.kind === "refused" || later.kind === "reset") await endIsTold(proxy);
  const { exit, crash } = proxy;
  if (!exit || proxy.asked) return;
  const message = crash?.message ?? "";
  const id = /writeHead|setHeader|statusCode|not a function/.test(message)
    ? "answers-a-bare-socket"
    : "proxy-falls-over";
  throw new Finding(id, { when, message, ...exit }, "crashed");
}

async function mustPass(proxy: Program, port: number): Promise<void> {
  const menu = await ask(`${proxy.url}/menu`, { within: patience(3000) });
  await mustLive(proxy, "plain", menu);
  if (jsonOf(menu)?.["server"] !== port) throw new Finding("proxy-plain-broken", endOf(menu));
  const { number, outcome } = await order(proxy, "oolong");
  await mustLive(proxy, "plain", outcome);
  if (number === undefined) throw new Finding("proxy-plain-broken", endOf(outcome));
}
