import { clientAddresses } from "../../harness/clients.ts";
import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { startNginx, type Nginx } from "../../harness/nginx.ts";
import { ask, type AskOptions, type Outcome } from "../../harness/probe.ts";
import type { CheckContext } from "../../harness/task.ts";
import { until } from "../../harness/wait.ts";
import { Counter } from "./counter.ts";

const FRONT = 8080;
export const SERVERS = [8001, 8002, 8003];

/** What is found when an answer comes from no server. */
const TURNED_AWAY = ["not-passed", "customer-notices", "turned-away"];

/** The learner's nginx, with three counters in the place of the servers. */
export interface Shop {
  nginx: Nginx;
  counters: Counter[];
  /** Sends one request to nginx. */
  ask(path: string, options?: AskOptions): Promise<Outcome>;
}

/** Opens nginx with three counters behind it, looks, and ends them; nginx's log must hold no alarm. */
export async function withShop(
  { start, folder, onEnd, signal }: CheckContext,
  look: (shop: Shop) => Promise<void>,
): Promise<void> {
  const nginx = await startNginx({ folder, start, signal, ports: [FRONT, ...SERVERS] });
  const counters = SERVERS.map((port) => new Counter(port, nginx.port(port)));
  onEnd(() => counters.forEach((counter) => counter.close()));
  await Promise.all(counters.map((counter) => counter.open()));
  try {
    await look({ nginx, counters, ask: (path, options) => ask(nginx.url + path, options) });
  } catch (error) {
    throw (await limitReached(nginx, error)) ?? error;
  }
  await nginx.stop();
}

/** Whether it was a limit of the file that kept a customer from the servers; the line in the log may come after the answer. */
async function limitReached(nginx: Nginx, error: unknown): Promise<Finding | undefined> {
  if (!(error instanceof Finding) || !TURNED_AWAY.includes(error.id)) return undefined;
  const said = () => nginx.log().some((line) => /limiting (requests|connections)/.test(line));
  await until(said, { what: "a line about a limit", within: 300 }).catch(() => {});
  return said() ? new Finding("limit-reached", error.data) : undefined;
}

/** Sends requests one after the other, each from another address and for another path; all must be answered by a server. */
export async function askInTurn(shop: Shop, count: number): Promise<void> {
  const addresses = await clientAddresses(count);
  for (const [i, from] of addresses.entries()) {
    mustBeServed(shop, await shop.ask(`/?cup=${i}`, { from }));
  }
}

/** The answer must come from one of the servers. */
export function mustBeServed(shop: Shop, outcome: Outcome): void {
  if (outcome.kind === "answer" && outcome.status === 200 && outcome.body.includes('"server"'))
    return;
  const port = strangePort(shop);
  if (port) throw new Finding("wrong-port", { port });
  throw new Finding("not-passed", endOf(outcome));
}

/** A port that nginx tried to reach and that is none of the servers', by its log. */
export function strangePort({ nginx }: Shop): number | undefined {
  return nginx
    .log()
    .map(refusedPort)
    .find((port) => port !== undefined && !SERVERS.includes(port));
}

/** The port of which a line of nginx's log says that it refused the connection. */
export function refusedPort(line: string): number | undefined {
  const port = /connect\(\) failed.*upstream: "http:\/\/[^"/]*?:(\d+)/.exec(line)?.[1];
  return port ? Number(port) : undefined;
}

/** How many requests each server got. */
export function shares({ counters }: Shop): number[] {
  return counters.map(({ arrived }) => arrived.length);
}
