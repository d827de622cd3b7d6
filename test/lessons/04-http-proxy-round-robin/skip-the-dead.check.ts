import { openBackend, type Answer, type Backend } from "../../harness/backend.ts";
import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import { ask, type Outcome } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import { task } from "../../harness/task.ts";
import { mustLimitSilence } from "./over-limit.ts";
import { failed, mustLive, openProxy, saysUnavailable, seen } from "./scene.ts";

const FOR_EVER = { COOL_DOWN_MS: "600000" };

/** Takes the request, and cuts the connection in the place of an answer. */
const cut: Answer = ({ req }) => req.once("end", () => req.socket.destroy());

task("skip-the-dead", ({ check }) => {
  check("tries-another", async ({ start }) => {
    await using a = await openBackend();
    await using b = await openBackend();
    const proxy = await openProxy(start, [a, b], FOR_EVER);
    await mustGet(proxy);
    await mustStayInTurn(proxy, a);
    a.die();
    for (let i = 0; i < 6; i++) await mustGet(proxy, { method: i % 2 ? "HEAD" : "GET" });
    b.answer = () => {};
    const brief = { COOL_DOWN_MS: "1", ANSWER_WITHIN_MS: "250" };
    await mustNotWait(await openProxy(start, [a, b], brief));
  });

  check("rests-and-returns", async ({ start }) => {
    await using bad = await openBackend(cut);
    await using good = await openBackend();
    const proxy = await openProxy(start, [bad, good], FOR_EVER);
    for (let i = 0; i < 8; i++) await mustGet(proxy, { brokenOff: true });
    if (bad.got.length > 1) throw new Finding("no-rest", { tried: bad.got.length, of: 8 });
    await using again = await openBackend(cut);
    // Long enough for a slow machine to ask twice in it.
    const ms = patience(200);
    const other = await openProxy(start, [again, good], { COOL_DOWN_MS: String(ms) });
    for (let i = 0; i < 2; i++) await mustGet(other, { brokenOff: true });
    again.answer = ({ res }) => void res.end("back again");
    const before = again.got.length;
    const asked = async () => (await mustGet(other), again.got.length > before);
    if (!(await seen(asked, 2500))) throw new Finding("no-return", { ms });
    await mustRestAnew(other, again, ms);
    await mustLimitSilence(start);
  });

  check("post-once", async ({ start }) => {
    await using bad = await openBackend();
    await using worse = await openBackend();
    await using good = await openBackend();
    const proxy = await openProxy(start, [bad, worse, good], FOR_EVER);
    // Who keeps connections to the targets has some now.
    for (let i = 0; i < 3; i++) await mustGet(proxy);
    for (const shop of [bad, worse]) shop.answer = cut;
    const shops = { bad: [bad, worse], good };
    await mustOrderOnce(proxy, shops, "/orders/1");
    await mustPutWhole(proxy, [bad, worse, good]);
    await mustOrderOnce(proxy, shops, "/orders/2");
    const tries = () => bad.got.length + worse.got.length;
    const before = tries();
    for (let i = 0; i < 4; i++) await ask(proxy.url, { within: patience(2500) });
    if (tries() > before) throw new Finding("no-rest-after-post");
  });

  check("poison-stops", async ({ start }) => {
    const poisoned: Answer = ({ url, res }, self) => {
      if (url === "/poison") self.die();
      else res.end("tea");
    };
    await using a = await openBackend(poisoned);
    await using b = await openBackend(poisoned);
    await using c = await openBackend(poisoned);
    const proxy = await openProxy(start, [a, b, c], FOR_EVER);
    const outcome = await ask(`${proxy.url}/poison`, { within: patience(2500) });
    await mustLive(proxy, outcome);
    const dead = [a, b, c].filter(({ got }) => got.length > 0).length;
    if (dead === 3) throw new Finding("poison-spreads", { dead });
    mustSayUnavailable(outcome);
    await mustBothRest(
      proxy,
      [a, b, c].filter(({ got }) => got.length > 0),
    );
  });
});

/** A dead target and a silent one: whichever comes first, the other is the second try, and silence has its limit there, too. */
async function mustNotWait(proxy: Program): Promise<void> {
  for (let i = 0; i < 2; i++) {
    const outcome = await ask(proxy.url, { within: patience(3000) });
    await mustLive(proxy, outcome);
    if (outcome.kind === "late") throw new Finding("second-try-waits", { ms: outcome.ms });
    mustSayUnavailable(outcome);
  }
}

function mustSayUnavailable(outcome: Outcome): void {
  if (!saysUnavailable(outcome)) throw new Finding("get-without-answer", failed(outcome));
}

/** The targets of one request, all of which have failed, must rest, also the second one. */
async function mustBothRest(proxy: Program, failures: Backend[]): Promise<void> {
  await Promise.all(failures.map((shop) => shop.revive()));
  const tries = () => failures.reduce((sum, { got }) => sum + got.length, 0);
  const before = tries();
  for (let i = 0; i < 4; i++) await mustGet(proxy);
  if (tries() > before) throw new Finding("no-rest-after-second");
}

/** An order may be refused, and must not be made twice. */
async function mustOrderOnce(
  proxy: Program,
  { bad, good }: { bad: Backend[]; good: Backend },
  url: string,
): Promise<void> {
  const options = { method: "POST", body: "tea", within: patience(2500) };
  const outcome = await ask(proxy.url + url, options);
  await mustLive(proxy, outcome);
  const at = ({ got }: Backend) => got.filter((one) => one.url === url);
  const broken = bad.flatMap(at).length;
  const times = broken + at(good).length;
  if (times > 1) throw new Finding("post-twice", { times });
  if (broken > 0 && !saysUnavailable(outcome))
    throw new Finding("post-without-answer", failed(outcome));
}

/** A request that could be repeated, if its body had not gone: it must not be without it. */
async function mustPutWhole(proxy: Program, shops: Backend[]): Promise<void> {
  const options = { method: "PUT", body: "less ice", within: patience(2500) };
  const outcome = await ask(proxy.url, options);
  const broken = shops.some(({ got }) => got.some(({ complete }) => !complete));
  await mustLive(proxy, outcome);
  if (broken) throw new Finding("put-without-body", failed(outcome));
  if (outcome.kind !== "answer") throw new Finding("get-without-answer", failed(outcome));
}

/** An answer is no failure: whoever says that he is busy is asked again when it is his turn. */
async function mustStayInTurn(proxy: Program, shop: Backend): Promise<void> {
  const usual = shop.answer;
  shop.answer = ({ res }) => void res.writeHead(503).end("too many customers");
  const before = shop.got.length;
  for (let i = 0; i < 4; i++) {
    const outcome = await ask(proxy.url, { within: patience(2500) });
    await mustLive(proxy, outcome);
    if (outcome.kind !== "answer") throw new Finding("get-without-answer", failed(outcome));
  }
  shop.answer = usual;
  const tried = shop.got.length - before;
  if (tried !== 2) throw new Finding("answer-is-failure", { tried });
}

/** Lets a target fail twice, and looks whether it rests after the second time, too. */
async function mustRestAnew(proxy: Program, shop: Backend, coolDown: number): Promise<void> {
  const failures: number[] = [];
  shop.answer = (got, self) => {
    // A connection that had been kept may have been closed for being idle: that is no failure to all.
    const { socket } = got.req;
    const kept = self.got.some(({ req }) => req !== got.req && req.socket === socket);
    if (!kept) failures.push(performance.now());
    cut(got, self);
  };
  await seen(async () => (await mustGet(proxy), failures.length > 1), 2500);
  for (let i = 0; i < 4; i++) await mustGet(proxy);
  // The rest begins when the connection is cut, after what is noted here: on no machine is it shorter, but for rounded times.
  const soonest = Math.min(...failures.slice(1).map((at, i) => at - failures[i]!));
  if (soonest < coolDown * 0.9) throw new Finding("rest-only-once", { ms: coolDown });
}

/** A request that may be repeated must be answered. */
async function mustGet(
  proxy: Program,
  { method = "GET", brokenOff = false }: { method?: string; brokenOff?: boolean } = {},
): Promise<void> {
  const outcome = await ask(proxy.url, { method, within: patience(2500) });
  await mustLive(proxy, outcome);
  if (saysUnavailable(outcome))
    throw new Finding("no-second-try", {
      method,
      how: brokenOff ? "broken-off" : "dead",
      ...failed(outcome),
    });
  if (outcome.kind !== "answer" || outcome.status !== 200)
    throw new Finding("get-without-answer", failed(outcome));
}
