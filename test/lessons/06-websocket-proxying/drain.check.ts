import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import { ask, type Outcome } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import { task } from "../../harness/task.ts";
import { until, WaitTimeout } from "../../harness/wait.ts";
import { sharedRedis } from "./any-redis.ts";
import { Board, misfits } from "./boards.ts";
import { neverConnected } from "./never-connected.ts";
import { endIsTold, openShop, order, redisFor, SERVER, sessionsBegun } from "./scene.ts";

const anyRedis = sharedRedis();

const MACHINES = 6;
/** A request in flight, in ms: longer than the second that some wait in place of its answer, shorter than clients need to move. */
const REQUEST = 1500;
/** Where the limit is not the subject, it is too long to help. */
const PATIENT = { STOP_WITHIN_MS: "60000" };

task("drain", ({ check }) => {
  check("requests-finish", async ({ start }) => {
    const server = await start({ command: SERVER, env: { ...(await anyRedis()), ...PATIENT } });
    await atHome(server);
    const { answer } = await slowRequest(server, REQUEST);
    server.signal("SIGTERM");
    const outcome = await answer;
    if (outcome.kind === "answer" && outcome.status === 200) return;
    await endIsTold(server);
    if (server.exit?.signal === "SIGTERM") throw new Finding("sigterm-kills", endOf(outcome));
    throw new Finding("request-cut", endOf(outcome));
  });

  check("clients-move", async (context) => {
    const redis = await redisFor(context);
    const { nginx, servers } = await openShop(context, { ...PATIENT, REDIS_URL: redis.url });
    const boards = Array.from({ length: MACHINES }, (_, i) => {
      return new Board(nginx.url, { machine: 1 + i });
    });
    context.onEnd(() => boards.forEach((board) => board.close()));
    const out = await misfits(boards, ({ transport }) => transport === "websocket");
    if (out.length > 0) throw await neverConnected(out[0]!, servers);
    const leaver = sessionsBegun(servers[0]) > 0 ? 0 : 1;
    const [leaving, staying] = [servers[leaver]!, servers[1 - leaver]!];
    const begun = sessionsBegun(leaving);
    leaving.signal("SIGTERM");
    const movers = boards.filter(({ first }) => first === leaving.port);
    const left = await misfits(movers, ({ connects }) => connects > 1, { usual: 2500 });
    staying.mustLive();
    if (left.length > 0) throw notMoved(left, leaving);
    const { number, outcome } = await order(staying);
    if (number === undefined) throw new Finding("order-refused", endOf(outcome));
    const deaf = await misfits(boards, (board) => board.times(number) > 0);
    const back = sessionsBegun(leaving) - begun;
    if (back > 0) throw new Finding("moved-back", { boards: back });
    if (deaf.length > 0) throw new Finding("moved-but-deaf", {});
  });

  check("ends-in-time", async (context) => {
    const server = await context.start({
      command: SERVER,
      env: { ...(await anyRedis()), ...PATIENT },
    });
    const board = new Board(server.url, { transports: ["websocket"] });
    const poller = new Board(server.url, { transports: ["polling"] });
    context.onEnd(() => [board, poller].forEach((one) => one.close()));
    await misfits([board, poller], ({ connects }) => connects > 0);
    await atHome(server);
    server.signal("SIGTERM");
    await mustEnd(server, "sockets-hold-it");
    const { code, signal } = server.exit!;
    if (code !== 0) throw new Finding("stop-not-clean", { code, signal });
  });

  check("limit-holds", async ({ start }) => {
    const server = await start({
      command: SERVER,
      env: { ...(await anyRedis()), STOP_WITHIN_MS: "300" },
    });
    await atHome(server);
    const { answer } = await slowRequest(server, 600_000);
    server.signal("SIGTERM");
    await mustEnd(server, "no-limit");
    await answer;
  });
});

/**
 * Waits until a board has heard an order: a server that still opens its connections to Redis is another subject. Orders are
 * placed until then, because what is published before a server has subscribed is heard by nobody.
 */
async function atHome(server: Program): Promise<void> {
  const board = new Board(server.url);
  const heard = async () => {
    if (board.connects > 0) await order(server);
    return board.heard.length > 0;
  };
  try {
    await until(heard, { what: "an order", within: patience(2000), every: 50 });
  } catch (error) {
    // Whether orders are heard at all is another task.
    if (!(error instanceof WaitTimeout)) throw error;
  } finally {
    board.close();
  }
}

/** Sends a request that takes so many ms, and waits until the server works on it. */
async function slowRequest(server: Program, ms: number): Promise<{ answer: Promise<Outcome> }> {
  const answer = ask(`${server.url}/slow?ms=${ms}`, { within: ms + patience(5000) });
  const begun = ({ type, path }: { type: string; path?: unknown }) =>
    type === "request" && String(path).startsWith("/slow");
  await server.trace.wait(begun, "a request in work", patience(5000));
  return { answer };
}

async function mustEnd(server: Program, late: string): Promise<void> {
  try {
    await until(() => server.exit, { what: "exit", within: patience(2500) });
  } catch (error) {
    if (!(error instanceof WaitTimeout)) throw error;
    throw new Finding(late === "no-limit" ? "no-limit" : "sockets-hold-it", { ms: error.ms });
  }
}

function notMoved(left: Board[], leaving: Program): Finding {
  const told = left.filter(({ breaks }) => breaks.length > 0);
  if (told.some(({ breaks }) => breaks.includes("io server disconnect")))
    return new Finding("sent-away-for-good", { boards: left.length });
  if (told.length === 0)
    return new Finding("never-sent-away", { boards: left.length, ended: leaving.exit ? 1 : 0 });
  return new Finding("not-moved", { said: told[0]!.failures.at(-1) ?? "" });
}
