import { clientAddresses } from "../../harness/clients.ts";
import { Finding } from "../../harness/finding.ts";
import { lookAgain } from "../../harness/look-again.ts";
import type { Counter } from "./counter.ts";
import { askInTurn, mustBeServed, refusedPort, type Shop } from "./shop.ts";
import { soon } from "./soon.ts";

/** Asked for, in ms. */
const ASKED_FOR = 3000;
/** nginx counts whole seconds; what it does by itself takes 10. */
const BACK_WITHIN = 4500;
/** When the time that is asked for is over, so many requests show that a server stays away: it may not be its turn at once. */
const ENOUGH = 10;

/** A server that dies and comes back must get requests again soon. */
export async function mustReturn(
  open: (look: (shop: Shop) => Promise<void>) => Promise<void>,
  documented: number,
): Promise<void> {
  // A machine that is too busy to ask often has seen nothing yet.
  await lookAgain([1, 1, 1], async () => {
    let late = 0;
    try {
      await open(async (shop) => {
        const server = shop.counters.find((one) => one.documented === documented)!;
        await comesBack(shop, server, () => (late += 1));
      });
    } catch (error) {
      if (late >= ENOUGH || !isAway(error)) throw error;
      return error;
    }
    return undefined;
  });
}

const isAway = (error: unknown): error is Finding =>
  error instanceof Finding && error.id === "stays-away";

/**
 * Lets a server die and come back; one that these clients never came to can't tell.
 * @param onLate called for each request after the time that is asked for.
 */
async function comesBack(shop: Shop, server: Counter, onLate: () => void): Promise<void> {
  await askInTurn(shop, 6);
  if (server.arrived.length === 0) return;
  server.close();
  const clients = await clientAddresses(6);
  const since = await untilLeftAlone(shop, server, clients);
  const before = server.arrived.length;
  await server.open();
  let cup = 0;
  // One at a time: what comes back while several are under way may have come too late.
  const asked = async () => {
    cup = (cup + 1) % clients.length;
    if (performance.now() - since > ASKED_FOR) onLate();
    mustBeServed(shop, await shop.ask(`/?cup=${cup}`, { from: clients[cup] }));
    return server.arrived.length > before;
  };
  await soon(asked, {
    usual: BACK_WITHIN,
    every: 20,
    since,
    otherwise: (ms) => new Finding("stays-away", { server: server.documented, ms }),
  });
}

/**
 * Asks until nginx has left a closed server alone for a round of requests: the pause may begin with the third failure only
 * (max_fails). Not for ever: some never leave it alone, and where a request takes a second, the pause ends meanwhile.
 * @returns when nginx came to the server for the last time.
 */
async function untilLeftAlone(shop: Shop, server: Counter, clients: (string | undefined)[]) {
  let [last, refused, quiet] = [performance.now(), 0, 0];
  for (let i = 0; i < 4 * clients.length && quiet < clients.length; i++) {
    const [started, cup] = [performance.now(), i % clients.length];
    mustBeServed(shop, await shop.ask(`/?cup=${cup}`, { from: clients[cup] }));
    const now = timesRefused(shop, server);
    quiet = now > refused ? 0 : quiet + 1;
    if (now > refused) last = started;
    refused = now;
  }
  return last;
}

/** How often nginx has come to a server that is closed, by its log. */
function timesRefused({ nginx }: Shop, { documented }: Counter): number {
  return nginx.log().filter((line) => refusedPort(line) === documented).length;
}
