import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import { freePort, releasePort } from "../../harness/ports.ts";
import { ask, jsonOf } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import { task, type CheckContext } from "../../harness/task.ts";
import { misfits, withBoards } from "./boards.ts";
import { NO_REDIS, SERVER } from "./scene.ts";
import { askUpgrade, isUpgraded } from "./upgrade-request.ts";

const PROXY = ["node", "proxy.ts"];
type Start = CheckContext["start"];

task("upgrade-in-node", ({ check, shared }) => {
  const server = shared({ command: SERVER, env: NO_REDIS });

  async function openProxy(start: Start, target: number): Promise<Program> {
    return start({ command: PROXY, env: { TARGET: `http://127.0.0.1:${target}` } });
  }

  check("plain-requests-too", async ({ start }) => {
    const shop = await server();
    const proxy = await openProxy(start, shop.port);
    await mustPass(proxy, shop.port);
  });

  check("upgrade-passes", async ({ start }) => {
    const proxy = await openProxy(start, (await server()).port);
    const outcome = await askUpgrade(proxy.url);
    mustLive(proxy, "of an upgrade");
    await withBoards(async (open) => {
      const board = open(proxy.url);
      const left = await misfits([board], ({ transport }) => transport === "websocket");
      mustLive(proxy, "of an upgrade");
      const { transport } = board;
      if (!isUpgraded(outcome) || left.length > 0)
        throw new Finding("proxy-does-not-upgrade", { ...endOf(outcome), transport });
    });
  });

  check("dead-target", async ({ start }) => {
    const port = await freePort();
    try {
      const proxy = await openProxy(start, port);
      const outcome = await askUpgrade(proxy.url);
      await settled(proxy);
      mustLive(proxy, "dead-target");
      if (outcome.kind === "late") throw new Finding("upgrade-hangs", { ms: outcome.ms });
      const plain = await ask(`${proxy.url}/menu`, { within: patience(3000) });
      await settled(proxy);
      mustLive(proxy, "dead-target");
      if (plain.kind !== "answer" || plain.status < 500)
        throw new Finding("no-bad-gateway", endOf(plain));
      await start({ command: SERVER, port, env: NO_REDIS });
      const now = await askUpgrade(proxy.url);
      if (!isUpgraded(now)) throw new Finding("proxy-stays-shut", endOf(now));
    } finally {
      releasePort(port);
    }
  });

  check("target-dies-later", async ({ start }) => {
    const shop = await start({ command: SERVER, env: NO_REDIS });
    const proxy = await openProxy(start, shop.port);
    await withBoards(async (open) => {
      const board = open(proxy.url, { transports: ["websocket"], returns: false });
      const unless = () => mustLive(proxy, "of an upgrade");
      await misfits([board], ({ transport }) => transport === "websocket", { unless });
      if (board.transport !== "websocket")
        throw new Finding("proxy-does-not-upgrade", { kind: "late", transport: board.transport });
      shop.signal("SIGKILL");
      const deaf = await misfits([board], ({ breaks }) => breaks.length > 0);
      await settled(proxy);
      mustLive(proxy, "target-dies-later");
      if (deaf.length > 0) throw new Finding("end-not-passed-on", {});
      const plain = await ask(`${proxy.url}/menu`, { within: patience(3000) });
      mustLive(proxy, "target-dies-later");
      if (plain.kind === "refused" || plain.kind === "late")
        throw new Finding("no-bad-gateway", endOf(plain));
    });
  });
});

/** A crash shows itself when the answer is there already; a request that is answered, or refused, comes after it. */
async function settled(proxy: Program): Promise<void> {
  await ask(`${proxy.url}/settled`, { within: patience(1000) });
}

function mustLive(proxy: Program, when: string): void {
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
  mustLive(proxy, "plain");
  if (jsonOf(menu)?.["server"] !== port) throw new Finding("proxy-plain-broken", endOf(menu));
  const body = JSON.stringify({ drink: "oolong" });
  const headers = { "content-type": "application/json" };
  const order = await ask(`${proxy.url}/orders`, {
    method: "POST",
    headers,
    body,
    within: patience(3000),
  });
  mustLive(proxy, "plain");
  // There is no Redis here: that the server says so shows that the order has reached it.
  if (jsonOf(order)?.["error"] === undefined) throw new Finding("proxy-plain-broken", endOf(order));
}
