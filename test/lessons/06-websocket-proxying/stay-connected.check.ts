import { createConnection, type Socket } from "node:net";
import { lookAgain } from "../../harness/look-again.ts";
import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import { ask } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import { task, type CheckContext } from "../../harness/task.ts";
import { until } from "../../harness/wait.ts";
import { sharedRedis } from "./any-redis.ts";
import { Board, misfits } from "./boards.ts";
import { fakeServer } from "./fake-server.ts";
import { hurry } from "./rewrites.ts";
import { openNginx, openShop, order, redisFor, SERVER } from "./scene.ts";
import { together } from "./together.ts";

const anyRedis = sharedRedis();

/** How long the learner's ping interval takes in this check, in ms; nginx's times shrink with it. */
const QUICK_PING = 350;
const PINGS = 2;
const MACHINES = 16;

task("stay-connected", ({ check }) => {
  check("idle-board-stays", async (context) => {
    const options = { command: SERVER, env: await anyRedis() };
    const ping = await pingInterval(await context.start(options));
    await lookAgain([1, 2, 5], async (times) => {
      const stays = await staysOpen(context, ping, patience(QUICK_PING * times));
      return stays ? undefined : new Finding("cut-between-pings", { ping: ping / 1000 });
    });
  });

  const scene = together((context) => {
    const over = killed(context);
    return { back: over.then(mustComeBack), told: over.then(mustBeTold) };
  });
  check("come-back", (context) => scene(context, "back"));
  check("miss-nothing", (context) => scene(context, "told"));
});

interface Scene {
  /** The boards of the server that was killed, and those of the other one. */
  homeless: Board[];
  others: Board[];
  alive: Program;
}

/** Those that come back by themselves. */
async function mustComeBack({ homeless }: Scene): Promise<void> {
  const movers = homeless.filter(({ returns }) => returns);
  const out = await misfits(movers, ({ connects }) => connects > 1, { usual: 3000 });
  if (out.length > 0) throw new Finding("never-back", { said: out[0]!.failures.at(-1) ?? "" });
}

/** Those that stay away until something has been ordered. */
async function mustBeTold({ homeless, others, alive }: Scene): Promise<void> {
  const away = homeless.filter(({ returns }) => !returns);
  const numbers: number[] = [];
  for (let i = 0; i < 2; i++) {
    const { number, outcome } = await order(alive);
    if (number === undefined) throw new Finding("order-refused", endOf(outcome));
    numbers.push(number);
  }
  for (const board of away) board.socket.connect();
  const hasAll = (board: Board) => numbers.every((number) => board.times(number) > 0);
  const out = await misfits(away, ({ connects }) => connects > 1);
  if (out.length > 0) throw new Finding("never-back", { said: out[0]!.failures.at(-1) ?? "" });
  const unless = () => alive.mustLive();
  const deprived = await misfits(away, hasAll, { usual: 1500, unless });
  if (deprived.length > 0) throw new Finding("orders-missed", { missed: numbers.length });
  const twice = others.filter((board) => numbers.some((number) => board.times(number) > 1));
  if (twice.length > 0) throw new Finding("told-to-everybody", {});
}

/** Whether an idle WebSocket outlives the intervals between pings when they are this quick, and nginx as much quicker. */
async function staysOpen(context: CheckContext, ping: number, quick: number): Promise<boolean> {
  const nginx = await openNginx(context, (text) => hurry(text, ping / quick));
  const fakes = await Promise.all([8001, 8002].map((port) => fakeServer(nginx.port(port))));
  context.onEnd(() => Promise.all(fakes.map((fake) => fake.close())));
  const client = openSocket(nginx.program.port);
  context.onEnd(() => client.destroy());
  const sockets = () => fakes.flatMap((fake) => [...fake.sockets]);
  const opened = () => client.destroyed || sockets()[0];
  await until(opened, { what: "an upgrade", within: patience(2000) }).catch(() => {});
  const [server] = sockets();
  if (!server) throw new Finding("no-socket-to-keep", {});
  for (let i = 0; i < PINGS; i++) {
    const pinged = performance.now();
    const over = () => performance.now() - pinged >= quick || client.destroyed;
    await until(over, { what: "a ping interval", within: patience(20 * quick) });
    if (client.destroyed) return false;
    server.write(Buffer.from([0x81, 1, 0x32])); // a text frame with "2": the ping of Engine.IO
  }
  return !client.destroyed;
}

/** Boards at both servers hear an order; then a server that has boards is killed, and its boards notice. */
async function killed(context: CheckContext): Promise<Scene> {
  const redis = await redisFor(context);
  const { nginx, servers } = await openShop(context, { REDIS_URL: redis.url });
  const boards = Array.from({ length: MACHINES }, (_, i) => {
    return new Board(nginx.url, { machine: 1 + i, returns: i % 2 === 0 });
  });
  context.onEnd(() => boards.forEach((board) => board.close()));
  const unless = () => servers.forEach((server) => server.mustLive());
  const out = await misfits(boards, ({ connects }) => connects > 0, { usual: 4000, unless });
  if (out.length > 0) throw new Finding("never-connects", { why: out[0]!.failures.at(-1) ?? "-" });
  const { number, outcome } = await order(servers[0]);
  if (number === undefined) throw new Finding("order-refused", endOf(outcome));
  const deaf = await misfits(boards, (board) => board.times(number) > 0, { unless });
  if (deaf.length > 0) throw new Finding("not-all-hear", { each: MACHINES / 2 });
  // A server with boards of both kinds.
  const stays = boards.find(({ returns }) => !returns);
  const victim = stays?.first === servers[1].port ? 1 : 0;
  servers[victim]!.signal("SIGKILL");
  const noticed = () => boards.some(({ breaks }) => breaks.length > 0);
  await until(noticed, {
    what: "boards that notice that their server is gone",
    within: patience(3000),
  });
  const mine = boards.filter(({ first }) => first === servers[victim]!.port);
  await misfits(mine, ({ breaks }) => breaks.length > 0);
  const homeless = boards.filter(({ breaks }) => breaks.length > 0);
  const others = boards.filter(({ breaks }) => breaks.length === 0);
  return { homeless, others, alive: servers[1 - victim]! };
}

/** What the server tells every client at the beginning. */
async function pingInterval(server: Program): Promise<number> {
  const outcome = await ask(`${server.url}/socket.io/?EIO=4&transport=polling`);
  const found = outcome.kind === "answer" && /"pingInterval":(\d+)/.exec(outcome.body)?.[1];
  if (!found) throw new Finding("no-handshake", endOf(outcome));
  return Number(found);
}

/** A bare WebSocket connection, after the request to upgrade. */
function openSocket(port: number): Socket {
  const socket = createConnection({ port, host: "127.0.0.1" });
  socket.on("error", () => {}).resume();
  socket.write(
    "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: shop\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n" +
      "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: b25lIG1pbGsgdGVhLCBzbw==\r\n\r\n",
  );
  return socket;
}
