import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import type { Outcome } from "../../harness/probe.ts";
import { task } from "../../harness/task.ts";
import { sharedRedis } from "./any-redis.ts";
import { addressOf, headersOf, misfits, withBoards, type Board } from "./boards.ts";
import { beginSession, openShop, sessionsBegun, type Shop } from "./scene.ts";
import { together } from "./together.ts";
import { askUpgrade } from "./upgrade-request.ts";

const anyRedis = sharedRedis();

const CLIENTS = 10;
/** So many more sessions are begun only: with any fair key, one server gets all of them once in 2^30 runs. */
const STRANGERS = 30;

task("sticky", ({ check }) => {
  const scene = together((context) => {
    const shop = anyRedis().then((env) => openShop(context, env));
    const connected = shop.then(mustConnect).then(() => shop.then(mustUpgrade));
    return { connected, spread: connected.then(() => shop).then(mustSpread) };
  });

  check("no-session-lost", (context) => scene(context, "connected"));
  check("both-serve", (context) => scene(context, "spread"));
});

async function mustConnect({ nginx, servers }: Shop): Promise<void> {
  await withBoards(async (open) => {
    const boards = Array.from({ length: CLIENTS }, (_, i) =>
      open(nginx.url, { machine: 1 + i, transports: ["polling"], returns: false }),
    );
    const unless = () => servers.forEach((server) => server.mustLive());
    // A client counts when it is connected, or when it has failed: then its cause stands there.
    const settled = ({ connects, failures }: Board) => connects + failures.length > 0;
    const silent = await misfits(boards, settled, { usual: 4000, unless });
    const lost = boards.filter(({ connects }) => connects === 0);
    const failures = lost.flatMap((board) => board.failures);
    if (lost.length === 0) return;
    const data = { lost: lost.length, said: failures[0] ?? "" };
    if (failures.some((text) => /Session ID unknown/.test(text)))
      throw new Finding("session-unknown", data);
    if (failures.some((text) => /Transport unknown/.test(text)))
      throw new Finding("polling-refused", data);
    throw new Finding("clients-lost", { ...data, silent: silent.length });
  });
}

/** A session that has begun by polling becomes a WebSocket at its own server. */
async function mustUpgrade({ nginx }: Shop): Promise<void> {
  const asked = await Promise.all(
    Array.from({ length: CLIENTS }, (_, i) => upgradeSession(nginx.url, 1 + i)),
  );
  const refused = asked.flatMap((outcome) =>
    outcome?.kind === "answer" && /Session ID unknown/.test(outcome.body) ? [outcome] : [],
  );
  if (refused.length > 0)
    throw new Finding("upgrade-elsewhere", {
      refused: refused.length,
      of: CLIENTS,
      said: refused[0]!.body,
    });
}

/** Begins a session as a client does, and asks for its upgrade; nothing where there is no session. */
async function upgradeSession(url: string, machine: number): Promise<Outcome | undefined> {
  const begun = await beginSession(url, machine);
  if (begun.kind !== "answer") return undefined;
  const sid = /"sid":"([^"]+)"/.exec(begun.body)?.[1];
  if (!sid) return undefined;
  const cookies = begun.headers["set-cookie"]?.map((cookie) => cookie.split(";")[0]!);
  const headers = { ...headersOf(machine), ...(cookies && { cookie: cookies.join("; ") }) };
  const { localAddress: from } = addressOf(machine);
  return askUpgrade(url, patience(3000), { sid, headers, from });
}

async function mustSpread(shop: Shop): Promise<void> {
  await Promise.all(
    Array.from({ length: STRANGERS }, (_, i) => beginSession(shop.nginx.url, 1 + i)),
  );
  const begun = shop.servers.map(sessionsBegun);
  const idle = begun.indexOf(0);
  if (idle === -1) return;
  if (begun.every((count) => count === 0))
    throw new Finding("nobody-served", endOf(await beginSession(shop.nginx.url, 1)));
  throw await onlyOne(shop, idle);
}

/** One server got nobody. Whether nginx knows it shows when the other one is gone. */
async function onlyOne(shop: Shop, idle: number): Promise<Finding> {
  const busy = shop.servers[1 - idle]!;
  await busy.stop(0);
  for (let machine = 1; machine <= 3; machine++) await beginSession(shop.nginx.url, machine);
  const [one, other] = [8001 + (1 - idle), 8001 + idle];
  const known = sessionsBegun(shop.servers[idle]!) > 0;
  return new Finding(known ? "all-on-one" : "one-server-only", { one, other, clients: STRANGERS });
}
