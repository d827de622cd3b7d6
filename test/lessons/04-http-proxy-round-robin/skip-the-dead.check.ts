import { openBackend, type Answer } from "../../harness/backend.ts";
import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import { ask } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import { task } from "../../harness/task.ts";
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
    a.die();
    for (let i = 0; i < 6; i++) await mustGet(proxy, i % 2 ? "HEAD" : "GET");
  });

  check("rests-and-returns", async ({ start }) => {
    await using bad = await openBackend(cut);
    await using good = await openBackend();
    const proxy = await openProxy(start, [bad, good], FOR_EVER);
    for (let i = 0; i < 8; i++) await mustGet(proxy);
    if (bad.got.length > 1) throw new Finding("no-rest", { tried: bad.got.length, of: 8 });
    await using again = await openBackend(cut);
    const other = await openProxy(start, [again, good], { COOL_DOWN_MS: "200" });
    for (let i = 0; i < 2; i++) await mustGet(other);
    again.answer = ({ res }) => void res.end("back again");
    const before = again.got.length;
    const asked = async () => (await mustGet(other), again.got.length > before);
    if (!(await seen(asked, 2500))) throw new Finding("no-return", { ms: 200 });
  });

  check("post-once", async ({ start }) => {
    await using bad = await openBackend(cut);
    await using good = await openBackend();
    const proxy = await openProxy(start, [bad, good]);
    for (const order of ["/orders/1", "/orders/2"]) {
      const options = { method: "POST", body: "tea", within: patience(2500) };
      const outcome = await ask(proxy.url + order, options);
      await mustLive(proxy, outcome);
      const times = [...bad.got, ...good.got].filter(({ url }) => url === order).length;
      if (times > 1) throw new Finding("post-twice", { times });
      if (bad.got.some(({ url }) => url === order) && !saysUnavailable(outcome))
        throw new Finding("post-without-answer", failed(outcome));
    }
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
    if (!saysUnavailable(outcome)) throw new Finding("get-without-answer", failed(outcome));
  });
});

/** A request that may be repeated must be answered. */
async function mustGet(proxy: Program, method = "GET"): Promise<void> {
  const outcome = await ask(proxy.url, { method, within: patience(2500) });
  await mustLive(proxy, outcome);
  if (saysUnavailable(outcome)) throw new Finding("no-second-try", failed(outcome));
  if (outcome.kind !== "answer" || outcome.status !== 200)
    throw new Finding("get-without-answer", failed(outcome));
}
