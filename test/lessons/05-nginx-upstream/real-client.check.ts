import { claimsOfOthers } from "../../harness/claims.ts";
import { clientAddresses } from "../../harness/clients.ts";
import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { ask, jsonOf } from "../../harness/probe.ts";
import { task, type CheckContext } from "../../harness/task.ts";
import type { Program } from "../../harness/program.ts";
import type { Arrived } from "./counter.ts";
import { withShop } from "./shop.ts";

/** Where the customer really is: a client on this machine has a loopback address, which Express may rightly trust. */
const CUSTOMER = "203.0.113.7";
const HOST = "shop.example";
/** What a client may claim in the headers of other proxies, of which none stands before this nginx. */
const ELSEWHERE = "7.7.7.7";
const LIES = {
  ...claimsOfOthers(ELSEWHERE),
  "x-forwarded-for": "6.6.6.6",
  "x-forwarded-proto": "https",
  "x-forwarded-host": "evil.example",
};

interface Seen {
  /** What nginx sent. */
  sent: Arrived["headers"];
  /** What Express takes it for. */
  ip: string;
  protocol: string;
  hostname: string;
}

task("real-client", ({ check, shared }) => {
  const server = shared({ command: ["node", "server.ts"] });

  check("client-address", async (context) => {
    const { sent, ip } = await whoami(context, await server());
    if (ip === CUSTOMER) return;
    const isCustomer = (value: unknown) => String(value).includes(CUSTOMER);
    if (isCustomer(sent["x-forwarded-for"])) throw new Finding("address-not-trusted", { ip });
    const header = Object.keys(sent).find((name) => isCustomer(sent[name]));
    if (header) throw new Finding("address-in-other-header", { ip, header });
    throw new Finding("address-not-sent", { ip });
  });

  check("host-and-protocol", async (context) => {
    const { sent, hostname } = await whoami(context, await server());
    if (hostname !== HOST) throw new Finding("host-lost", { hostname, sent: sent.host });
    if (sent["x-forwarded-proto"] !== "http")
      throw new Finding("protocol-not-sent", { sent: sent["x-forwarded-proto"] ?? "-" });
  });

  check("not-spoofed", async (context) => {
    const { sent, ip, hostname, protocol } = await whoami(context, await server(), LIES);
    const forwarded = sent["x-forwarded-for"];
    // Who appends what nginx sees has appended the lie: nginx sees an address that it has been told.
    const retold = String(forwarded).endsWith(`, ${ip}`);
    if (ip === ELSEWHERE || (ip === "6.6.6.6" && retold))
      throw new Finding("lie-taken-over", { ip, forwarded: forwarded ?? "-" });
    if (ip === "6.6.6.6" && !String(forwarded).includes(CUSTOMER))
      throw new Finding("lie-passed-on", { forwarded: forwarded ?? "-" });
    if (ip === "6.6.6.6") throw new Finding("lie-trusted", { forwarded });
    if (ip !== CUSTOMER) throw new Finding("address-lost-by-lie", { ip });
    if (protocol !== "http") throw new Finding("false-protocol", { protocol });
    if (hostname !== HOST) throw new Finding("false-host", { hostname });
  });
});

/** Asks the real server.ts through nginx who the client is. In what nginx says of the client, its address becomes a public one. */
async function whoami(
  context: CheckContext,
  server: Program,
  lies: Record<string, string> = {},
): Promise<Seen> {
  const [from] = (await clientAddresses(7)).slice(-1);
  let [sent, seen]: [Arrived["headers"] | undefined, Record<string, unknown> | undefined] = [
    undefined,
    undefined,
  ];
  await withShop(context, async (shop) => {
    for (const counter of shop.counters) {
      counter.behave = async ({ url, headers }, res) => {
        sent = asFromAfar(headers, from!);
        const outcome = await ask(server.url + url, { headers: sent as Record<string, string> });
        if (outcome.kind === "answer") res.writeHead(outcome.status).end(outcome.body);
        else res.destroy();
      };
    }
    const outcome = await shop.ask("/whoami", { from, headers: { host: HOST, ...lies } });
    seen = jsonOf(outcome);
    if (typeof seen?.["ip"] !== "string" || !sent) {
      server.mustLive();
      throw new Finding("whoami-silent", endOf(outcome));
    }
  });
  const { ip, protocol, hostname } = seen as unknown as Seen;
  return { sent: sent!, ip: ip.replace("::ffff:", ""), protocol, hostname };
}

function asFromAfar(headers: Arrived["headers"], from: string): Arrived["headers"] {
  const { host, connection: _, ...others } = headers;
  const moved = Object.entries(others).map(([name, value]) => [
    name,
    String(value).replaceAll(from, CUSTOMER),
  ]);
  return { ...Object.fromEntries(moved), host };
}
