import { openBackend, type Backend } from "../../harness/backend.ts";
import { Finding } from "../../harness/finding.ts";
import { ask } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import { task } from "../../harness/task.ts";
import { begun, reader } from "./reader.ts";
import { failed, mustLive, openProxy, seen } from "./scene.ts";

task("client-gone", ({ check }) => {
  check("work-is-cancelled", async ({ start }) => {
    await using shop = await openBackend(() => {});
    const proxy = await openProxy(start, [shop]);
    await leaveWhileWaiting(proxy, shop);
    await mustBeCancelled(proxy, shop, "work-goes-on");
    await using dead = await openBackend();
    dead.die();
    const other = await openProxy(start, [dead, shop], { COOL_DOWN_MS: "1" });
    // One of two comes to the shop by its second try.
    for (let i = 0; i < 2; i++) {
      await leaveWhileWaiting(other, shop);
      await mustBeCancelled(other, shop, "second-try-goes-on");
    }
  });

  check("reading-is-cancelled", async ({ start }) => {
    await using shop = await openBackend(
      ({ res }) => void res.write("the first line of the board"),
    );
    const proxy = await openProxy(start, [shop]);
    const client = reader(proxy.url);
    await begun(client);
    client.leave();
    await mustBeCancelled(proxy, shop, "stream-goes-on");
  });

  check("target-is-not-blamed", async ({ start }) => {
    await using a = await openBackend();
    await using b = await openBackend();
    const proxy = await openProxy(start, [a, b], { COOL_DOWN_MS: "600000" });
    a.answer = () => {};
    b.answer = () => {};
    const client = reader(`${proxy.url}/forsaken`);
    await seen(() => a.got.length + b.got.length > 0, 2500);
    client.leave();
    const left = [a, b].find(({ got }) => got.length > 0);
    if (!left) throw new Finding("not-answered", { kind: "late" });
    await seen(() => left.got[0]!.closed, 2500);
    for (const shop of [a, b]) shop.answer = ({ res }) => void res.end("tea");
    const before = left.got.length;
    for (let i = 0; i < 4; i++) {
      const outcome = await ask(proxy.url);
      await mustLive(proxy, outcome);
      if (outcome.kind !== "answer") throw new Finding("not-answered", failed(outcome));
    }
    if (left.got.length === before) throw new Finding("target-blamed");
    // Whatever was sent because of the leaving was sent before these four.
    const forsaken = [...a.got, ...b.got].filter(({ url }) => url === "/forsaken");
    if (forsaken.length > 1) throw new Finding("retried-for-nobody");
  });
});

async function leaveWhileWaiting(proxy: Program, shop: Backend): Promise<void> {
  const before = shop.got.length;
  const client = reader(proxy.url);
  await seen(() => shop.got.length > before, 2500);
  client.leave();
}

async function mustBeCancelled(proxy: Program, shop: Backend, finding: string): Promise<void> {
  const got = shop.got.at(-1);
  if (!got) throw new Finding("not-answered", { kind: "late" });
  if (await seen(() => got.closed, 2000)) {
    await mustLive(proxy, { kind: proxy.exit ? "reset" : "late" });
    return;
  }
  throw new Finding(finding);
}
