import { once } from "node:events";
import { request, type IncomingMessage } from "node:http";
import { gzipSync } from "node:zlib";
import { openBackend, type Backend } from "../../harness/backend.ts";
import { Finding } from "../../harness/finding.ts";
import { whenOver } from "../../harness/limit.ts";
import { patience } from "../../harness/pace.ts";
import { ask, type Outcome } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import { task } from "../../harness/task.ts";
import { mustHoldBack } from "./back-pressure.ts";
import { BODY, CLOSED, HEADERS, mustBeTheSame, PATH, PLAIN, variously } from "./menu.ts";
import { failed, mustLive, openProxy, saysUnavailable, seen } from "./scene.ts";

const OLD_API: [RegExp, string][] = [[/proper URL as target|proxyRequest/, "old-api"]];

task("forward", ({ check }) => {
  check("request-passes", async ({ start }) => {
    await using shop = await openBackend();
    const proxy = await openProxy(start, onlyOne(shop));
    const [method, headers] = ["PUT", HEADERS];
    const answered = ask(proxy.url + PATH, { method, headers, body: BODY, within: limit() });
    const outcome = await Promise.race([answered, waitsInVain(shop)]);
    await mustLive(proxy, outcome, OLD_API);
    const [got] = shop.got;
    if (!got) {
      const unavailable = saysUnavailable(outcome);
      throw new Finding("not-forwarded", { ...failed(outcome), unavailable });
    }
    if (!got.complete) throw new Finding("body-swallowed", failed(outcome));
    mustBeTheSame(got);
    mustAnswer(outcome);
    await mustStayHere(proxy);
  });

  check("answer-passes", async ({ start }) => {
    await using shop = await openBackend(variously);
    const proxy = await openProxy(start, onlyOne(shop));
    const moved = await get(proxy, "/old-menu");
    if (shop.got.length > 1) throw new Finding("redirect-followed", {});
    mustHave(moved, 302, "location", "/menu");
    const cookies = moved.headers["set-cookie"] ?? [];
    if (cookies.length !== 2) throw new Finding("cookies-lost", { cookies: cookies.length });
    mustHave(await get(proxy, "/teapot"), 418, "x-tea", "oolong");
    await mustRefuse(proxy, shop);
    const packed = await get(proxy, "/packed");
    if (packed.body === PLAIN) throw new Finding("unpacked", {});
    mustHave(packed, 200, "content-encoding", "gzip");
    if (packed.body !== gzipSync(PLAIN).toString("latin1"))
      throw new Finding("answer-changed", { what: "body" });
  });

  check("streams-both-ways", async ({ start }) => {
    await using shop = await openBackend(() => {});
    const proxy = await openProxy(start, onlyOne(shop));
    const upload = request(proxy.url, { method: "POST", agent: false });
    try {
      upload.on("error", () => {});
      upload.write("first cup, ");
      await mustArrive(shop, "first cup, ", "upload-held-back");
      const big = "x".repeat(1_500_000);
      upload.end(big);
      await mustArrive(shop, `first cup, ${big}`, "upload-broken");
      const { res } = shop.got[0]!;
      res.write("first cup");
      const answer = await mustBegin(upload);
      let text = "";
      answer.setEncoding("utf8").on("data", (piece: string) => (text += piece));
      if (!(await seen(() => text === "first cup", 2500))) throw new Finding("answer-held-back");
      res.end(big);
      if (!(await seen(() => answer.complete && text === `first cup${big}`, 4000)))
        throw new Finding("answer-changed", { what: "body" });
    } finally {
      upload.destroy();
    }
    await mustHoldBack((slow) => openProxy(start, onlyOne(slow)));
  });
});

/** Gives what the client will get of a shop that waits for the rest of a request: nothing. Settles in this case only. */
async function waitsInVain({ got }: Backend): Promise<Outcome> {
  const begun = performance.now();
  if (await seen(() => got[0], 2500)) {
    if (!(await seen(() => got[0]!.complete, 800)))
      return { kind: "late", ms: Math.round(performance.now() - begun) };
  }
  return new Promise(() => {});
}

/** One shop under all targets: whose turn it is, and whether the list ends, is the next task's business. */
const onlyOne = (shop: Backend) => [shop, shop, shop, shop];

const limit = () => patience(2500);

/** A path that looks like an address without a scheme; whoever resolves it against the target's URL asks that address. */
async function mustStayHere(proxy: Program): Promise<void> {
  await using stranger = await openBackend();
  const path = `//127.0.0.1:${stranger.port}/menu`;
  const outcome = await ask(proxy.url, { path, within: limit() });
  if (stranger.got.length > 0) throw new Finding("sent-elsewhere");
  await mustLive(proxy, outcome);
}

type Answered = Outcome & { kind: "answer" };

function mustAnswer(outcome: Outcome): asserts outcome is Answered {
  if (outcome.kind !== "answer" || outcome.status === 502)
    throw new Finding("no-answer", failed(outcome));
}

async function get(proxy: Program, path: string): Promise<Answered> {
  const outcome = await ask(proxy.url + path, { encoding: "latin1", within: limit() });
  await mustLive(proxy, outcome, OLD_API);
  mustAnswer(outcome);
  return outcome;
}

/** That the shop is closed is an answer, too: it must arrive, and nobody is asked again. */
async function mustRefuse(proxy: Program, shop: Backend): Promise<void> {
  const before = shop.got.length;
  const outcome = await ask(`${proxy.url}/closed`, { within: limit() });
  await mustLive(proxy, outcome, OLD_API);
  const times = shop.got.length - before;
  const passed = outcome.kind === "answer" && outcome.status === 503;
  if (times > 1 || !passed) throw new Finding("refusal-lost", { times, ...failed(outcome) });
  mustHave(outcome, 503, "retry-after", "60");
  if (outcome.body !== CLOSED) throw new Finding("answer-changed", { what: "body" });
}

function mustHave({ status, headers }: Answered, wanted: number, name: string, value: string) {
  if (status !== wanted) throw new Finding("status-changed", { sent: wanted, got: status });
  if (headers[name] !== value) throw new Finding("answer-changed", { what: name });
}

async function mustArrive(shop: Backend, text: string, finding: string): Promise<void> {
  if (!(await seen(() => shop.got[0]?.body === text, 2500))) throw new Finding(finding);
}

async function mustBegin(sent: ReturnType<typeof request>): Promise<IncomingMessage> {
  const callOff = whenOver(limit(), () => sent.destroy());
  const [answer] = await once(sent, "response").catch(() => []);
  callOff();
  if (!answer) throw new Finding("answer-held-back");
  return (answer as IncomingMessage).on("error", () => {});
}
