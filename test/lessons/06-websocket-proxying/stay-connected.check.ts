import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import type { Program } from "../../harness/program.ts";
import { task, type CheckContext } from "../../harness/task.ts";
import { until } from "../../harness/wait.ts";
import { sharedRedis } from "./any-redis.ts";
import { Board, misfits } from "./boards.ts";
import { mustStayOpen, pingInterval } from "./idle-board.ts";
import { neverConnected } from "./never-connected.ts";
import { openShop, order, redisFor, SERVER } from "./scene.ts";
import { together } from "./together.ts";

const anyRedis = sharedRedis();

const MACHINES = 16;
/** Who was turned away so often would be again: nginx finds out at the first failure that a server is gone. */
const ATTEMPTS = 15;

task("stay-connected", ({ check }) => {
  // Not before the shop of the other two: what lasts long on a slow machine would last longer together.
  check("idle-board-stays", async (context) => {
    const options = { command: SERVER, env: await anyRedis() };
    await mustStayOpen(context, await pingInterval(await context.start(options)));
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
  /** One of the homeless that had left before, and an order that was placed at its server before that was killed. */
  early: { board: Board; number: number };
}

/** Those that come back by themselves. */
async function mustComeBack({ homeless }: Scene): Promise<void> {
  const movers = homeless.filter(({ returns }) => returns);
  const settled = ({ connects, failures }: Board) => connects > 1 || failures.length >= ATTEMPTS;
  await misfits(movers, settled, { usual: 3000 });
  const out = movers.find(({ connects }) => connects === 1);
  if (out) throw new Finding("never-back", { said: out.failures.at(-1) ?? "" });
}

/** Those that stay away until something has been ordered. */
async function mustBeTold({ homeless, others, alive, early }: Scene): Promise<void> {
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
  const missed = numbers.length;
  const got = 1 + numbers.findIndex((one) => deprived.some((board) => board.times(one) > 0));
  if (got > 0) throw new Finding("orders-partly-missed", { missed, got });
  if (deprived.length > 0) throw new Finding("orders-missed", { missed });
  const toldEarly = () => early.board.times(early.number) > 0;
  const untold = await misfits([early.board], toldEarly, { usual: 1500, unless });
  if (untold.length > 0) throw new Finding("only-own-orders", {});
  // What had been sent to a board before a later order is there when that order is.
  const later = await order(alive);
  const told = (board: Board) => board.times(later.number ?? numbers[1]!) > 0;
  await misfits(others, told, { usual: 1500, unless });
  const twice = others.filter((board) => numbers.some((number) => board.times(number) > 1));
  if (twice.length > 0) throw new Finding("told-to-everybody", {});
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
  if (out.length > 0) throw await neverConnected(out[0]!, servers);
  await mustAllHear(boards, servers[0], unless);
  // A server with boards of both kinds.
  const stays = boards.find(({ returns }) => !returns)!;
  const victim = stays.first === servers[1].port ? 1 : 0;
  const early = { board: stays, number: await orderWithout(stays, boards, servers[victim]!) };
  servers[victim]!.signal("SIGKILL");
  const noticed = () => boards.some((board) => board !== stays && board.breaks.length > 0);
  await until(noticed, {
    what: "boards that notice that their server is gone",
    within: patience(3000),
  });
  const mine = boards.filter(({ first }) => first === servers[victim]!.port);
  await misfits(mine, ({ breaks }) => breaks.length > 0);
  const homeless = boards.filter(({ breaks }) => breaks.length > 0);
  const others = boards.filter(({ breaks }) => breaks.length === 0);
  return { homeless, others, alive: servers[1 - victim]!, early };
}

/** One that has lost its line meanwhile, as on a machine that gives nobody time, comes back and hears the next order. */
async function mustAllHear(boards: Board[], server: Program, unless: () => void): Promise<void> {
  for (let attempt = 1; attempt <= 3; attempt++) {
    const breaks = new Map(boards.map((board) => [board, board.breaks.length]));
    const { number, outcome } = await order(server);
    if (number === undefined) throw new Finding("order-refused", endOf(outcome));
    const deaf = await misfits(boards, (board) => board.times(number) > 0, { unless });
    if (deaf.length === 0) return;
    const wasCut = (board: Board) => board.breaks.length > breaks.get(board)!;
    if (!deaf.every((board) => wasCut(board) || !board.socket.connected)) break;
    for (const { socket } of deaf) socket.connect();
    await misfits(deaf, ({ socket }) => socket.connected, { unless });
  }
  throw new Finding("not-all-hear", { each: MACHINES / 2 });
}

/** A board leaves its server, which takes an order that the others hear. */
async function orderWithout(board: Board, boards: Board[], server: Program): Promise<number> {
  board.socket.disconnect();
  const { number, outcome } = await order(server);
  if (number === undefined) throw new Finding("order-refused", endOf(outcome));
  const rest = boards.filter((one) => one !== board);
  await misfits(rest, (one) => one.times(number) > 0, { unless: () => server.mustLive() });
  return number;
}
