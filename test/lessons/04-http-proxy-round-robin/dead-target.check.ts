import { openBackend, type Backend } from "../../harness/backend.ts";
import { Finding } from "../../harness/finding.ts";
import { lookAgain } from "../../harness/look-again.ts";
import { patience } from "../../harness/pace.ts";
import { ask, type Outcome } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import { task } from "../../harness/task.ts";
import { begun, ending, reader } from "./reader.ts";
import { failed, mustLive, openProxy, saysUnavailable, seen } from "./scene.ts";
import { mustBeGivenUp, mustGoOn } from "./slow-answers.ts";

task("dead-target", ({ check }) => {
  check("prompt-error", async ({ start }) => {
    await using shop = await openBackend();
    shop.die();
    // Nobody is to get an answer only because a rest is over.
    const proxy = await openProxy(start, [shop], { COOL_DOWN_MS: "600000" });
    for (const method of ["GET", "POST"]) {
      const outcome = await ask(proxy.url, { method, within: patience(2500) });
      await mustLive(proxy, outcome, [
        [/ECONNREFUSED|ECONNRESET|socket hang up/, "dies-with-target"],
        [/proper URL as target|Invalid URL/, "dies-without-target"],
      ]);
      const first = method === "GET";
      mustSayUnavailable(outcome, first ? "error-kept-to-itself" : "second-not-answered");
    }
  });

  check("half-an-answer", async ({ start }) => {
    await using shop = await openBackend();
    // A target that broke off may be given a rest; the next request waits until it is over.
    const proxy = await openProxy(start, [shop], { COOL_DOWN_MS: "1" });
    await mustCut(proxy, shop, () => shop.die());
    // A reset is an error of the request to the target, too, after its answer has begun.
    await mustCut(proxy, shop, () => {
      shop.got.at(-1)!.req.socket.resetAndDestroy();
      shop.die();
    });
  });

  check("silent-target", async ({ start }) => {
    await using shop = await openBackend(() => {});
    const proxy = await openProxy(start, [shop], { ANSWER_WITHIN_MS: "250" });
    const outcome = await ask(proxy.url, { method: "POST", within: patience(3000) });
    // Now, before our own leaving closes it, too.
    const givenUp = shop.got.some(({ closed }) => closed);
    await mustLive(proxy, outcome, [[/ECONNRESET|hang up|timeout/i, "dies-with-target"]]);
    mustSayUnavailable(
      outcome,
      givenUp ? "given-up-in-silence" : "silence-waited-for",
      "cut-in-silence",
    );
  });

  check("slow-is-not-silent", async ({ start }) => {
    await using shop = await openBackend();
    // A machine that stands still for a moment makes any target silent.
    await lookAgain([1, 3, 8], async (times) => {
      const usual = 400 * times;
      const limit = { usual, ms: patience(usual) };
      const proxy = await openProxy(start, [shop], { ANSWER_WITHIN_MS: String(limit.ms) });
      return (await mustGoOn(proxy, shop, limit)) ?? (await mustBeGivenUp(proxy, shop, limit));
    });
  });
});

function mustSayUnavailable(outcome: Outcome, late: string, cut = "cut-without-502"): void {
  if (saysUnavailable(outcome)) return;
  if (outcome.kind === "late") throw new Finding(late);
  if (outcome.kind === "answer") throw new Finding("no-502", failed(outcome));
  throw new Finding(cut);
}

/** Lets the target break off in the middle of an answer. */
async function mustCut(proxy: Program, shop: Backend, breakOff: () => void): Promise<void> {
  shop.answer = ({ res }) => {
    res.writeHead(200, { "content-type": "text/plain" }).write("half a cup");
  };
  const client = reader(proxy.url);
  await begun(client);
  breakOff();
  const end = await ending(client, 2500);
  client.leave();
  if (end === "cut" && (await servesOn(proxy, shop))) return;
  await mustLive(proxy, { kind: end === "cut" ? "reset" : "late" }, [
    [/Cannot set headers|Cannot write headers|write after end|HEADERS_SENT/, "headers-twice"],
    [/ECONNRESET|aborted|socket hang up/, "dies-with-target"],
  ]);
  if (!end) throw new Finding("half-hangs");
  if (end === "whole") throw new Finding("half-looks-whole", { text: client.text });
  throw new Finding("serves-no-more");
}

async function servesOn(proxy: Program, shop: Backend): Promise<boolean> {
  shop.answer = ({ res }) => void res.end("a whole cup");
  await shop.revive();
  const served = async () => {
    const outcome = await ask(proxy.url, { within: patience(2500) });
    return outcome.kind === "answer" && outcome.status === 200;
  };
  return (await seen(async () => proxy.exit ?? (await served()), 3000)) === true;
}
