import { openBackend, type Got } from "../../harness/backend.ts";
import { claimsOfOthers } from "../../harness/claims.ts";
import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { ask, jsonOf, type AskOptions } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import { task } from "../../harness/task.ts";
import { anotherClient } from "./another-client.ts";
import { failed, HOST, HOSTNAME, mustLive, openProxy } from "./scene.ts";

const FALSE = { for: "6.6.6.6", proto: "https", host: "evil.example" };
/** The client's address in the words of other proxies, none of which stands before this one. */
const ELSEWHERE = "7.7.7.7";
/** What a proxy that appends makes of a false claim: the last address is its own word. */
const APPENDED = `${FALSE.for}, 203.0.113.7`;
const CLAIMS = {
  host: HOST,
  "x-forwarded-for": FALSE.for,
  "x-forwarded-proto": FALSE.proto,
  "x-forwarded-host": FALSE.host,
  ...claimsOfOthers(ELSEWHERE),
  forwarded: `for=${FALSE.for};proto=${FALSE.proto};host=${FALSE.host}`,
};

task("who-is-the-client", ({ check }) => {
  check("tells-the-target", async ({ start }) => {
    await using shop = await openBackend();
    const proxy = await openProxy(start, [shop]);
    const client = await anotherClient(proxy);
    await mustAnswer(proxy, "/", { ...client.options, headers: { host: HOST } });
    const told = forwarded(shop.got.at(-1)!);
    const missing = Object.entries(told).filter(([, value]) => value === undefined);
    if (missing.length > 0)
      throw new Finding("not-told", { names: missing.map(([name]) => `X-Forwarded-${name}`) });
    const { address } = client;
    const seen = plain(told.For);
    if (seen !== address) {
      const withPort = seen?.startsWith(`${address}:`);
      throw new Finding("wrong-address", { told: told.For, client: address, withPort });
    }
    if (told.Proto !== "http" || told.Host !== HOST)
      throw new Finding("wrongly-told", { proto: told.Proto, host: told.Host, sent: HOST });
  });

  check("claims-are-dropped", async ({ start }) => {
    await using shop = await openBackend();
    const proxy = await openProxy(start, [shop]);
    const client = await anotherClient(proxy);
    await mustAnswer(proxy, "/", { ...client.options, headers: CLAIMS });
    const got = shop.got.at(-1)!;
    const { For, Proto, Host } = forwarded(got);
    if (For?.includes(FALSE.for))
      throw new Finding(For === FALSE.for ? "claim-passed" : "claim-kept", { told: For });
    if (For?.includes(ELSEWHERE)) throw new Finding("other-header-believed", { told: For });
    const kept = [
      ...(Proto?.includes(FALSE.proto) ? ["X-Forwarded-Proto"] : []),
      ...(Host?.includes(FALSE.host) ? ["X-Forwarded-Host"] : []),
      ...(got.headers["forwarded"]?.includes(FALSE.for) ? ["Forwarded"] : []),
    ];
    if (kept.length > 0) throw new Finding("other-claims-kept", { kept });
  });

  check("shop-believes-it", async ({ start }) => {
    const shop = await start({ command: ["node", "shop.ts"] });
    const proxy = await openProxy(start, [shop]);
    const client = await anotherClient(proxy);
    const asked = { ...client.options, headers: CLAIMS };
    const outcome = await mustAnswer(proxy, "/whoami", asked);
    const seen = jsonOf(outcome);
    const ip = plain(String(seen?.["ip"]));
    if (ip === FALSE.for) throw new Finding("shop-fooled", { ip });
    if (ip === "127.0.0.1") throw new Finding("shop-sees-proxy", { ip, client: client.address });
    if (ip !== client.address || seen?.["protocol"] !== "http" || seen?.["hostname"] !== HOSTNAME)
      throw new Finding("shop-confused", { seen: endOf(outcome).answer, client: client.address });
    const headers = { "x-forwarded-for": APPENDED };
    const believed = jsonOf(await mustAnswer(shop, "/whoami", { headers }))?.["ip"];
    if (believed === FALSE.for) throw new Finding("shop-believes-all", { ip: believed, APPENDED });
  });
});

function forwarded({ headers }: Got) {
  const of = (name: string) => headers[`x-forwarded-${name}`]?.toString();
  return { For: of("for"), Proto: of("proto"), Host: of("host") };
}

/** An IPv4 address on a socket for both families is ::ffff:127.0.0.1: right as well. */
function plain(address: string | undefined): string | undefined {
  return address?.replace(/^::ffff:/i, "");
}

async function mustAnswer(proxy: Program, path: string, options: AskOptions & { url?: string }) {
  const outcome = await ask((options.url ?? proxy.url) + path, options);
  await mustLive(proxy, outcome);
  if (outcome.kind !== "answer" || outcome.status !== 200)
    throw new Finding("not-answered", failed(outcome));
  return outcome;
}
