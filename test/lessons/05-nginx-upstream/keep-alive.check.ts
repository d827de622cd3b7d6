import { clientAddresses } from "../../harness/clients.ts";
import { Finding } from "../../harness/finding.ts";
import { readConf } from "../../harness/nginx-files.ts";
import { ask, oneConnection } from "../../harness/probe.ts";
import { task } from "../../harness/task.ts";
import { until } from "../../harness/wait.ts";
import { openRelay } from "./relay.ts";
import { askInTurn, SERVERS, withShop } from "./shop.ts";

const REQUESTS = 30;
/** One connection to each server is enough for requests that come one after the other. */
const ENOUGH = 10;
/** So many requests get an answer of server.ts itself, and may need a new connection so often: as nginx' 30 and its ten. */
const [OWN, OWN_ENOUGH] = [9, 3];
/** How long nginx keeps an idle connection, unless the file says otherwise, in s. */
const NGINX_KEEPS = 60;

task("keep-alive", ({ check }) => {
  check("connections-are-reused", async (context) => {
    await withShop(context, async (shop) => {
      await askInTurn(shop, REQUESTS);
      const connections = shop.counters.reduce((sum, one) => sum + one.connections, 0);
      if (connections <= ENOUGH) return;
      const { httpVersion, headers } = shop.counters.flatMap(({ arrived }) => arrived)[0]!;
      const data = { connections, requests: REQUESTS };
      if (httpVersion === "1.0") throw new Finding("old-http", data);
      if (headers.connection?.toLowerCase() === "close") throw new Finding("asks-to-close", data);
      throw new Finding("keeps-none", data);
    });
  });

  check("server-waits-longer", async (context) => {
    const server = await context.start({ command: ["node", "server.ts"] });
    const seconds = await announced(server.url);
    // Node.js' own client gives a connection up one second before the announced end.
    if (seconds > 1) await mustKeep(server.url);
    const told = await nginxIsTold(context.folder);
    const longest = Math.max(NGINX_KEEPS, ...told);
    if (seconds >= longest) return;
    const decided = told.length === 0 || longest > NGINX_KEEPS;
    // Node.js announces a time, and gives another second of grace.
    if (decided && seconds + 1 < longest) throw tooShort(seconds, longest);
    // The server may still be right, if the file makes nginx give up earlier: see which side closes.
    await withShop(context, async (shop) => {
      for (const counter of shop.counters) counter.close();
      const relays = await Promise.all(
        SERVERS.map((port) => openRelay(shop.nginx.port(port), server.port)),
      );
      context.onEnd(() => relays.forEach((relay) => relay.close()));
      const [from] = await clientAddresses(1);
      await shop.ask("/", { from });
      const idleSince = performance.now();
      const connection = () => relays.flatMap(({ links }) => links)[0];
      const over = () => performance.now() - idleSince > seconds * 1000 + 500;
      await until(() => connection()?.endedBy ?? over(), {
        what: "the end of an idle connection",
        within: (seconds + 5) * 1000,
      });
      const endedBy = connection()?.endedBy;
      if (endedBy !== "nginx") throw tooShort(seconds);
    });
  });
});

function tooShort(seconds: number, nginx = NGINX_KEEPS): Finding {
  // Node.js announces whole seconds: less than one is more likely a number of them that was taken for milliseconds.
  if (seconds === 0) return new Finding("server-closes-at-once", {});
  return new Finding("server-closes-first", { seconds, nginx });
}

/** For how many seconds the file tells nginx to keep idle connections to servers; where it says nothing, nobody has to wait and see. */
async function nginxIsTold(folder: string): Promise<number[]> {
  const files = await readConf(folder, "nginx.conf");
  return files
    .flatMap(({ all }) => all)
    .filter(({ name, blocks }) => name === "keepalive_timeout" && blocks.at(-1) === "upstream")
    .map(({ args }) => inSeconds(args[0]?.text ?? ""));
}

/** A time as nginx reads it, such as 75, 75s or 1m15s. */
function inSeconds(time: string): number {
  const units: Record<string, number> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 };
  const parts = [...time.matchAll(/(\d+)(ms|[smhd])?/g)];
  return parts.reduce((sum, [, count, unit = "s"]) => sum + Number(count) * units[unit]!, 0);
}

/** The server must not close a connection that is in use: nginx could keep none then. */
async function mustKeep(url: string): Promise<void> {
  const agent = oneConnection();
  let connections = 0;
  for (let i = 0; i < OWN; i++) {
    const outcome = await ask(url, { agent });
    if (outcome.kind !== "answer" || !outcome.reused) connections += 1;
  }
  agent.destroy();
  if (connections > OWN_ENOUGH)
    throw new Finding("server-closes-each", { connections, requests: OWN });
}

/** How long the server keeps an idle connection, in s, as its answers tell; for ever, if they don't. */
async function announced(url: string): Promise<number> {
  const outcome = await ask(url, { headers: { connection: "keep-alive" } });
  const header = outcome.kind === "answer" ? String(outcome.headers["keep-alive"] ?? "") : "";
  return Number(/timeout=(\d+)/.exec(header)?.[1] ?? Infinity);
}
