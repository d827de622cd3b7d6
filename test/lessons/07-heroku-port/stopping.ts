import type { Agent, IncomingHttpHeaders } from "node:http";
import { acceptsAt } from "../../harness/addresses.ts";
import { groupLives, statusOf, type Dyno } from "../../harness/dyno.ts";
import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import type { Exit } from "../../harness/keeper.ts";
import { patience } from "../../harness/pace.ts";
import { oneConnection, type Outcome } from "../../harness/probe.ts";
import { isAlive } from "../../harness/processes.ts";
import { askThrough } from "../../harness/router.ts";
import { until, WaitTimeout } from "../../harness/wait.ts";
import { customer, mustBeSeen } from "./platform.ts";

/** What Heroku leaves between SIGTERM and SIGKILL, in s. */
const GRACE = 30;
/** In s: whoever keeps a connection no longer than that ends soon enough after the last answer. */
const BRIEF = 2;
/**
 * In ms, on any machine: whoever ends right after the last answer is far sooner, and whoever waits for a limit of its own, shorter
 * than GRACE, is not. A slow machine's patience outlasts such limits.
 */
const AT_MOST = 15_000;

interface Between {
  file: string;
}

/** A slow order that has reached the program. */
export interface Order {
  answer: Promise<Outcome>;
  /** Whether the program has sent the answer; our side may learn of it later. */
  isSent(): boolean;
  /** Whether it takes longer still, by what was ordered. */
  takesLonger(): boolean;
}

/** Sends a slow order, and returns when the program has it. */
export async function slowOrder(
  dyno: Dyno,
  { agent, times = 1 }: { agent?: Agent; times?: number } = {},
): Promise<Order> {
  mustBeSeen(dyno.program!);
  const ms = patience(400 * times);
  const path = `/slow?ms=${ms}`;
  const ordered = performance.now();
  const within = ms + patience(8000);
  const answer = askThrough(dyno, path, { from: customer, within, ...(agent && { agent }) });
  const { trace, mustLive } = dyno.program!;
  const arrived = () => trace.of("request").find((one) => one["path"] === path);
  const waits = { what: "the slow order", within: patience(4000), unless: mustLive };
  const { pid, id } = await until(arrived, waits);
  const isIt = (one: { pid: number; id?: unknown }) => one.pid === pid && one.id === id;
  return {
    answer,
    isSent: () => trace.of("response").some(isIt),
    takesLonger: () => performance.now() - ordered < ms,
  };
}

/** While the program runs, the router's connection outlives an answer: whoever closes it always does so at the stop, too. */
export async function mustKeepConnections(dyno: Dyno): Promise<void> {
  const agent = oneConnection();
  const askOnIt = () => askThrough(dyno, "/", { from: customer, agent });
  const outcome = await askOnIt();
  mustNotRedirect(outcome);
  const header = outcome.kind === "answer" && /\bclose\b/i.test(outcome.headers.connection ?? "");
  // A server may also close without a word, before the second request or in the face of it.
  const again = await askOnIt();
  const kept = outcome.kind === "answer" && again.kind === "answer" && again.reused;
  agent.destroy();
  if (header || (outcome.kind === "answer" && !kept))
    throw new Finding("keeps-no-connection", { header });
}

/**
 * Whether the program refuses new connections while the order is still being made. Who answers it sooner than it can be made
 * leaves no time to see that.
 */
export async function refusesOthers({ program }: Dyno, order: Order): Promise<boolean> {
  let over = false;
  void order.answer.finally(() => (over = true));
  const look = async () => {
    const accepted = await acceptsAt("127.0.0.1", program!.port);
    // Refused after the answer says nothing: the program may have ended with it.
    if (over || order.isSent()) return { refused: order.takesLonger() };
    return accepted ? undefined : { refused: true };
  };
  const within = patience(8000);
  const seen = await until(look, { what: "a refusal", within }).catch(() => undefined);
  return seen?.refused ?? false;
}

/** The order must be answered in full, though the program was asked to stop. */
export async function mustBeAnswered(
  dyno: Dyno,
  { answer }: Order,
  { another = false } = {},
): Promise<{ headers: IncomingHttpHeaders }> {
  const outcome = await answer;
  if (outcome.kind === "answer" && outcome.status === 200) return outcome;
  mustNotRedirect(outcome);
  const { trace } = dyno.program!;
  const pid = trace.of("listen")[0]!.pid;
  await until(() => !isAlive(pid), { what: "its end", within: patience(1000) }).catch(() => {});
  // A process that a signal ends has no time to say so.
  const said = trace.of("end").some((one) => one.pid === pid);
  const alive = isAlive(pid);
  if (!said && !alive) throw new Finding("sigterm-kills", endOf(outcome));
  throw new Finding("in-flight-cut", { alive, another, ...endOf(outcome) });
}

/**
 * All of the dyno's processes must end by themselves, and the first with code 0. How long a connection is kept after the answer
 * stands in the answer's headers; nobody waits here until that is over. Who looks for idle connections every now and then says the
 * same in the header, and closes them sooner.
 */
export async function mustEndClean(
  { program }: Dyno,
  {
    headers = {},
    isOpen = () => false,
  }: { headers?: IncomingHttpHeaders; isOpen?(): boolean } = {},
): Promise<void> {
  const { pid, port } = program!;
  const kept = Number(/timeout=(\d+)/.exec(String(headers["keep-alive"]))?.[1] ?? 0);
  const answered = performance.now();
  const sinceAnswer = () => Math.round(performance.now() - answered);
  // Twice, because after a pause of this process the news of a close may only be on its way.
  let late = 0;
  const held = () => {
    if (isOpen() && kept > BRIEF && sinceAnswer() > kept * 1000 - 500) late++;
    return late > 1;
  };
  const unless = () => {
    if (sinceAnswer() > AT_MOST) throw new WaitTimeout("its end", AT_MOST);
  };
  const over = (within: number) =>
    until(() => !groupLives(pid) || held(), { what: "its end", within, unless }).catch(() => false);
  const between = whoStandsBetween(program!);
  if (!(await over(patience(700)))) {
    if (program!.exit && between) throw leftBehind(between, program!.exit);
    if (await acceptsAt("127.0.0.1", port)) {
      throw between
        ? new Finding("signal-not-passed-on", {})
        : new Finding("sigterm-ignored", { ms: sinceAnswer() });
    }
    // Long enough for whoever closes idle connections once a second, and for a connection that is kept for BRIEF.
    const ends = await over(patience(isOpen() ? 2300 : 1000));
    if (!ends && !(isOpen() && kept > 0)) throw new Finding("never-ends", { ms: sinceAnswer() });
    if (!ends) late = 2;
  }
  if (late > 1) throw new Finding("keep-alive-holds", { kept, killed: kept > GRACE - 2 });
  const exit = await program!.exited(patience(2000));
  if (exit.signal === "SIGTERM" && between) throw leftBehind(between, exit);
  if (exit.code !== 0) throw new Finding("stop-not-clean", { status: statusOf(exit) });
}

/** What the Procfile's command started first, where that is not the program itself: its file, or "" where it is no Node.js. */
function whoStandsBetween({ pid, trace }: NonNullable<Dyno["program"]>): Between | undefined {
  if (trace.of("listen")[0]?.pid === pid) return undefined;
  const first = trace.of("start").find((one) => one.pid === pid);
  return { file: String(first?.["file"] ?? "") };
}

/** That it ended while the program had work to finish. */
function leftBehind({ file }: Between, exit: Exit): Finding {
  if (file === "") return new Finding("shell-between", {});
  const tool = /^(?:npm|npx|pnpm|yarn)/.exec(file)?.[0];
  if (tool) return new Finding("npm-between", { tool });
  return new Finding("launcher-between", { file, status: statusOf(exit) });
}

/** A customer who came over https and is sent to https again never gets an order. */
export function mustNotRedirect(outcome: Outcome): void {
  const location = redirectOf(outcome);
  if (location !== undefined) throw new Finding("redirect-loop", { location });
}

/** Where an answer sends its client, if it does. */
export function redirectOf(outcome: Outcome): string | undefined {
  if (outcome.kind !== "answer" || ![301, 302, 303, 307, 308].includes(outcome.status))
    return undefined;
  return outcome.headers.location ?? "";
}
