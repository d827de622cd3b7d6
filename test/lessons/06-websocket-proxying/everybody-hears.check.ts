import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import type { Program } from "../../harness/program.ts";
import { ask } from "../../harness/probe.ts";
import type { Redis } from "../../harness/redis.ts";
import { task, type CheckContext } from "../../harness/task.ts";
import { until, WaitTimeout } from "../../harness/wait.ts";
import { Board, misfits, type BoardOptions } from "./boards.ts";
import { heardAgain, mustSurvive } from "./heard-again.ts";
import { neverConnected } from "./never-connected.ts";
import { endIsTold, order, redisFor, SERVER } from "./scene.ts";
import { together } from "./together.ts";

const ws: BoardOptions = { transports: ["websocket"] };

/** After so long a client of Redis has tried again, in ms: those of redis.ts do after 100. */
const TRY_AGAIN = 250;

interface Scene {
  redis: Redis;
  servers: [Program, Program];
  /** Two boards at each server. */
  rooms: Board[][];
}

task("everybody-hears", ({ check }) => {
  const scene = together((context) => {
    const opened = open(context);
    const heard = opened.then(mustAllHear);
    return { heard, survived: heard.then(() => opened).then(mustOutlive) };
  });

  check("all-hear", (context) => scene(context, "heard"));
  check("redis-away", (context) => scene(context, "survived"));
});

async function open(context: CheckContext): Promise<Scene> {
  const redis = await redisFor(context);
  const servers = await twoServers(context, redis.url);
  const rooms = servers.map(({ url }) => [new Board(url, ws), new Board(url, ws)]);
  context.onEnd(() => rooms.flat().forEach((board) => board.close()));
  await connected(rooms.flat(), servers);
  return { redis, servers, rooms };
}

async function mustAllHear({ servers, rooms }: Scene): Promise<void> {
  await untilHeard(servers, rooms.flat());
  const first = await place(servers[0]);
  await mustHear(first, rooms, servers);
  const second = await place(servers[1]);
  await mustHear(second, rooms.toReversed(), servers);
  const third = await place(servers[0]);
  await mustHear(third, rooms, servers);
  const often = rooms.flat().filter((board) => board.times(first) > 1 || board.times(second) > 1);
  if (often.length > 0) throw new Finding("heard-twice", { boards: often.length });
}

async function mustOutlive({ redis, servers, rooms }: Scene): Promise<void> {
  await redis.crash();
  await comeBackAnyway(servers, rooms);
  // Somebody orders all the same; then the servers must still be there.
  for (const server of servers) {
    await order(server);
    const menu = await ask(`${server.url}/menu`, { within: patience(2000) });
    if (menu.kind !== "answer") await endIsTold(server);
    mustSurvive(servers);
    if (menu.kind === "late") throw new Finding("busy-without-redis", { ms: menu.ms });
    if (menu.kind !== "answer" || menu.status !== 200)
      throw new Finding("shut-without-redis", endOf(menu));
  }
  await stayAway(servers);
  await redis.restart();
  await heardAgain(servers, rooms.flat());
}

/**
 * Orders are placed until each board has heard one of each server, or time is up: what comes before a server has subscribed is
 * heard by nobody there, and on a slow machine boards may be faster.
 */
async function untilHeard(servers: Program[], boards: Board[]): Promise<void> {
  const drinkOf = ({ port }: Program) => `first tea of ${port}`;
  const heard = async () => {
    for (const server of servers) await order(server, drinkOf(server));
    return boards.every((board) =>
      servers.every((server) => board.heard.some(({ drink }) => drink === drinkOf(server))),
    );
  };
  const limit = { what: "orders heard by all", within: patience(1000), every: 50 };
  await until(heard, limit).catch((error) => {
    if (!(error instanceof WaitTimeout)) throw error;
  });
}

/** Redis stays away until its clients have tried to come back: some programs end only then. */
async function stayAway(servers: Program[]): Promise<void> {
  const died = () => servers.some(({ exit }) => exit);
  await until(died, { what: "a server that ends", within: patience(TRY_AGAIN) }).catch(() => {});
  mustSurvive(servers);
}

/** Boards that come back ask for orders that nobody can look up now. */
async function comeBackAnyway(servers: Program[], rooms: Board[][]): Promise<void> {
  const returning = rooms.map(([board]) => board!);
  const before = new Map(returning.map((board) => [board, board.connects]));
  for (const { socket } of returning) socket.disconnect().connect();
  // A server may also let them wait until Redis is back; it may only not end.
  const isBack = (board: Board) => board.connects > before.get(board)!;
  await misfits(returning, isBack, { usual: 1000, unless: () => mustSurvive(servers) });
}

function twoServers({ start }: CheckContext, url: string): Promise<[Program, Program]> {
  const options = { command: SERVER, env: { REDIS_URL: url } };
  return Promise.all([start(options), start(options)]);
}

async function connected(boards: Board[], servers: Program[]): Promise<void> {
  const unless = () => servers.forEach((server) => server.mustLive());
  const out = await misfits(boards, (board) => board.connects > 0, { unless });
  if (out.length > 0) throw await neverConnected(out[0]!, servers);
}

/** Places an order that must be taken. */
async function place(server: Program): Promise<number> {
  const { number, outcome } = await order(server);
  if (outcome.kind !== "answer") await endIsTold(server);
  server.mustLive();
  if (number === undefined) throw new Finding("order-refused", endOf(outcome));
  return number;
}

/** All boards must hear an order that was placed at the server of the first room. */
async function mustHear(number: number, rooms: Board[][], servers: Program[]): Promise<void> {
  const unless = () => servers.forEach((server) => server.mustLive());
  const deaf = await misfits(rooms.flat(), (board) => board.times(number) > 0, {
    usual: 2000,
    unless,
  });
  if (deaf.length === 0) return;
  const [own, far] = rooms.map((room) => room.filter((board) => !deaf.includes(board)).length);
  const data = { own, far, each: rooms[0]!.length };
  if (own === rooms[0]!.length && far === 0) throw new Finding("only-own-server", data);
  if (own === 0 && far === rooms[1]!.length) throw new Finding("only-far-server", data);
  throw new Finding(own === 0 && far === 0 ? "nobody-hears" : "not-all-hear", data);
}
