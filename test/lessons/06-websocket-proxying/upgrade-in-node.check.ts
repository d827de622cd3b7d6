import { randomInt } from "node:crypto";
import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import { ask, jsonOf, type Outcome } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import { task, type CheckContext } from "../../harness/task.ts";
import { until } from "../../harness/wait.ts";
import { misfits, withBoards } from "./boards.ts";
import { askForHalf } from "./half-answer.ts";
import { deathOf, endIsTold, order } from "./scene.ts";
import { standIn, type Break, type StandIn } from "./stand-in.ts";
import { askUpgrade, isUpgraded } from "./upgrade-request.ts";

const PROXY = ["node", "proxy.ts"];
/** With a length, and without: then an end tells nobody that something is missing, if the proxy doesn't. */
const HALVES = ["/half", "/half/chunked"].flatMap((path) =>
  (["end", "reset"] as Break[]).map((way) => ({ path, way })),
);
/** So long may a proxy take to pass on a beginning, in ms; one that waits for the whole answer first has nothing to pass on. */
const BEGINNING = 600;

task("upgrade-in-node", ({ check }) => {
  check("plain-requests-too", async (context) => {
    const { proxy, shop } = await openProxy(context);
    await mustPass(proxy, shop.port);
  });

  check("upgrade-passes", async (context) => {
    const { proxy, shop } = await openProxy(context);
    await withBoards(async (open) => {
      const board = open(proxy.url);
      const upgraded = misfits([board], ({ transport }) => transport === "websocket", {
        usual: 2500,
      });
      const [outcome, left] = await Promise.all([askUpgrade(proxy.url, patience(2500)), upgraded]);
      await mustLive(proxy, "of an upgrade", outcome);
      const { transport } = board;
      const stays = { ...endOf(outcome), transport };
      const passes = isUpgraded(outcome) && left.length === 0;
      // Without a listener, http-proxy passes such a request on as an ordinary one, and waits for ever.
      if (!passes && shop.upgrades > 0 && outcome.kind !== "late")
        throw new Finding("upgrade-half-passed", stays);
      if (!passes) throw new Finding("proxy-does-not-upgrade", stays);
      if (shop.upgrades === 0) throw new Finding("upgrade-not-passed-on", {});
      await mustRefuse(proxy);
    });
  });

  check("dead-target", async (context) => {
    const { proxy, shop } = await openProxy(context, { closed: true });
    const outcome = await askUpgrade(proxy.url, patience(2000));
    const plain = await ask(`${proxy.url}/menu`, { within: patience(2000) });
    await mustLive(proxy, "dead-target", plain);
    if (outcome.kind === "late") throw new Finding("upgrade-hangs", { ms: outcome.ms });
    if (plain.kind !== "answer" || plain.status !== 502)
      throw new Finding("no-bad-gateway", endOf(plain));
    await shop.open();
    const now = await askUpgrade(proxy.url);
    await mustLive(proxy, "of an upgrade", now);
    if (!isUpgraded(now)) throw new Finding("proxy-stays-shut", endOf(now));
  });

  check("target-dies-later", async (context) => {
    const { proxy, shop } = await openProxy(context);
    await withBoards(async (open) => {
      const options = { transports: ["websocket" as const], returns: false };
      const boards = [open(proxy.url, options), open(proxy.url, options)];
      const [out] = await misfits(boards, ({ transport }) => transport === "websocket");
      if (out) throw new Finding("websocket-stays-mute", {});
      await mustBreakOff(proxy, shop);
      shop.die();
      const deaf = await misfits(boards, ({ breaks }) => breaks.length > 0, { usual: 2000 });
      const plain = await ask(`${proxy.url}/menu`, { within: patience(2000) });
      await mustLive(proxy, "target-dies-later", plain);
      if (deaf.length > 0) throw new Finding("end-not-passed-on", {});
      if (plain.kind === "late") throw new Finding("no-bad-gateway", endOf(plain));
    });
  });
});

/** The server says no to the upgrade of a session that it doesn't know: in an ordinary answer, which is no event 'upgrade'. */
async function mustRefuse(proxy: Program): Promise<void> {
  const outcome = await askUpgrade(proxy.url, patience(2500), { sid: "nobody" });
  await mustLive(proxy, "of an upgrade", outcome);
  if (outcome.kind === "late") throw new Finding("refusal-lost", { ms: outcome.ms });
}

/** An answer whose end will never come has to end for the client as it did for the proxy. */
async function mustBreakOff(proxy: Program, shop: StandIn): Promise<void> {
  for (const { path, way } of HALVES) {
    const half = askForHalf(proxy.url + path);
    await seen(() => shop.half || half.over, 2000);
    await seen(() => half.begun || half.over, BEGINNING);
    shop.breakOff(way);
    const outcome = await half.outcome;
    const later = await ask(`${proxy.url}/menu`, { within: patience(2000) });
    await mustLive(proxy, "half-an-answer", later);
    // Who has passed on nothing yet can still say it with a status.
    if (outcome.kind === "answer" && outcome.status >= 500) continue;
    if (outcome.kind !== "reset")
      throw new Finding("half-not-broken", { ...endOf(outcome), begun: half.begun });
  }
}

async function seen(look: () => boolean, usual: number): Promise<void> {
  await until(look, { what: "half an answer", within: patience(usual), every: 5 }).catch(() => {});
}

/** The learner's proxy before a shop that is open, unless told. */
async function openProxy(
  context: CheckContext,
  { closed = false } = {},
): Promise<{ proxy: Program; shop: StandIn }> {
  const shop = await standIn(context);
  if (!closed) await shop.open();
  const env = { TARGET: `http://127.0.0.1:${shop.port}` };
  return { proxy: await context.start({ command: PROXY, env }), shop };
}

/** Whether the proxy has survived. What shows it is a request after the one that may have ended it. */
async function mustLive(proxy: Program, when: string, later: Outcome): Promise<void> {
  if (later.kind === "refused" || later.kind === "reset") await endIsTold(proxy);
  const { exit, stderr } = proxy;
  if (!exit || proxy.asked) return;
  const message = deathOf(proxy);
  // What the program itself gets wrong is told with its place.
  const refused = /^TypeError: .* is not a function/.test(message);
  if (refused && when !== "dead-target") proxy.mustLive();
  const id = refused
    ? "answers-a-bare-socket"
    : /headers after they are sent/.test(message)
      ? "answers-twice"
      : "proxy-falls-over";
  const rejected = /fromPromise/.test(stderr.text);
  throw new Finding(id, { when, message, rejected, ...exit }, "crashed");
}

/** With names that no proxy can know beforehand. */
async function mustPass(proxy: Program, port: number): Promise<void> {
  const path = `/menu?table=${randomInt(1e9)}`;
  const menu = await ask(proxy.url + path, { within: patience(3000) });
  await mustLive(proxy, "plain", menu);
  const { url, server } = jsonOf(menu) ?? {};
  if (url !== path || server !== port) throw new Finding("proxy-plain-broken", endOf(menu));
  const drink = `oolong ${randomInt(1e9)}`;
  const { number, outcome } = await order(proxy, drink);
  await mustLive(proxy, "plain", outcome);
  if (number === undefined || jsonOf(outcome)?.["drink"] !== drink)
    throw new Finding("proxy-plain-broken", endOf(outcome));
}
