import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import type { Nginx } from "../../harness/nginx.ts";
import { ask } from "../../harness/probe.ts";
import { task, type CheckContext } from "../../harness/task.ts";
import { sharedRedis } from "./any-redis.ts";
import { misfits, withBoards, type Board } from "./boards.ts";
import { fakeServer, type Arrived, type FakeServer } from "./fake-server.ts";
import { neverConnected } from "./never-connected.ts";
import { openNginx, SERVER } from "./scene.ts";
import { askUpgrade, isUpgraded, UPGRADE } from "./upgrade-request.ts";

const anyRedis = sharedRedis();

task("upgrade", ({ check }) => {
  check("file-is-valid", async (context) => {
    const nginx = await nginxOf(context);
    await nginx.stop();
  });

  check("upgrade-passes", async (context) => {
    const { nginx, arrived } = await withFakes(context);
    const outcome = await askUpgrade(nginx.url);
    if (!isUpgraded(outcome)) throw notUpgraded(arrived(), endOf(outcome));
    const [first] = arrived();
    if (first!.path !== UPGRADE) throw new Finding("live-path-changed", { got: first!.path });
    mustNameTheClient(first!, "/socket.io/");
  });

  check("plain-requests-too", async (context) => {
    const { nginx, arrived } = await withFakes(context);
    const body = JSON.stringify({ drink: "oolong", sugar: "no" });
    const headers = { "content-type": "application/json" };
    const outcome = await ask(`${nginx.url}/orders?table=7`, { method: "POST", headers, body });
    const [order] = arrived();
    const same =
      order?.method === "POST" && order.path === "/orders?table=7" && order.body === body;
    const taken = outcome.kind === "answer" && outcome.status === 200 && same;
    if (!taken) throw new Finding("plain-broken", endOf(outcome));
    mustNameTheClient(order, "/");
  });

  check("default-client-upgrades", async (context) => {
    // One server, also where nginx knows two: what several have to be like is a later task.
    const nginx = await openNginx(context);
    const options = { command: SERVER, port: nginx.port(8001), env: await anyRedis() };
    const server = await context.start(options);
    await withBoards(async (open) => {
      const board = open(nginx.url);
      const unless = () => server.mustLive();
      const settled = (one: Board) => one.transport === "websocket" || one.failures.length > 0;
      await misfits([board], settled, { usual: 2500, unless });
      const { transport, failures } = board;
      if (transport === "polling") throw new Finding("stays-on-polling", {});
      const refused = failures.find((text) => /Transport unknown/.test(text));
      if (refused) throw new Finding("polling-refused", { said: refused });
      if (transport === "none") throw await neverConnected(board, [server]);
    });
  });
});

/** Starts nginx; a variable that is copied more often than its definition has words of its own. */
async function nginxOf(context: CheckContext): Promise<Nginx> {
  try {
    return await openNginx(context);
  } catch (error) {
    const said = error instanceof Finding ? String(error.data["said"]) : "";
    if (/unknown "connection_upgrade" variable/.test(said)) throw new Finding("map-missing", {});
    throw error;
  }
}

async function withFakes(
  context: CheckContext,
): Promise<{ nginx: Nginx; arrived: () => Arrived[]; fakes: FakeServer[] }> {
  const nginx = await nginxOf(context);
  const fakes = await Promise.all([8001, 8002].map((port) => fakeServer(nginx.port(port))));
  context.onEnd(() => Promise.all(fakes.map((fake) => fake.close())));
  return { nginx, fakes, arrived: () => fakes.flatMap(({ arrived }) => arrived) };
}

/** What the given nginx.conf tells the servers of the client, it still tells them, for each path. */
function mustNameTheClient({ headers }: Arrived, path: string): void {
  const told = {
    Host: /^127\.0\.0\.1(:\d+)?$/.test(headers.host ?? ""),
    "X-Forwarded-For": /127\.0\.0\.1/.test(String(headers["x-forwarded-for"])),
    "X-Forwarded-Proto": headers["x-forwarded-proto"] === "http",
  };
  const lost = Object.entries(told).flatMap(([name, isRight]) => (isRight ? [] : [name]));
  if (lost.length === 0) return;
  const value = (name: string) => headers[name.toLowerCase()];
  // Without a line for it, nginx sends a Host of its own, and no X-Forwarded-….
  const other = lost.find((name) => name !== "Host" && value(name) !== undefined);
  const got = other && `${other}: ${String(value(other))}`;
  throw new Finding("client-unknown", { path, lost: lost.join(", "), ...(got && { got }) });
}

/** What the server got of the request tells why it did not take it for one to upgrade. */
function notUpgraded(arrived: Arrived[], end: object): Finding {
  const [first] = arrived;
  if (!first) return new Finding("upgrade-never-arrives", { ...end });
  const { upgrade, connection } = first.headers;
  if (upgrade === undefined) return new Finding("upgrade-header-missing", { ...end });
  if (!/upgrade/i.test(connection ?? ""))
    return new Finding("connection-header-wrong", { ...end, connection: connection ?? "" });
  return new Finding("not-upgraded", { ...end });
}
