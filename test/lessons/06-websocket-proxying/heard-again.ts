import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import type { Program } from "../../harness/program.ts";
import { until, WaitTimeout } from "../../harness/wait.ts";
import type { Board } from "./boards.ts";
import { deathOf, order } from "./scene.ts";

/** So long may it take until all is well again, in ms: also where connections are tried again every few seconds only. */
const AGAIN = 8000;

/** Redis may go away; the servers may not. @throws {Finding} dies-with-redis */
export function mustSurvive(servers: Program[]): void {
  const dead = servers.find((server) => server.exit && !server.asked);
  if (dead) throw new Finding("dies-with-redis", { message: deathOf(dead) }, "crashed");
}

/** Orders are placed again and again, until each board has heard one of each server: subscriptions need a moment, too. */
export async function heardAgain(servers: Program[], boards: Board[]): Promise<void> {
  const since = performance.now();
  let [taken, turn] = [false, 0];
  const hears = (board: Board, server: Program) =>
    board.heard.some(({ drink }) => drink === `tea of ${server.port}`);
  try {
    await until(
      async () => {
        const server = servers[turn++ % servers.length]!;
        const { number } = await order(server, `tea of ${server.port}`);
        mustSurvive(servers);
        taken ||= number !== undefined;
        mustStillTry(taken ? boards : [], performance.now() - since);
        return boards.every((board) => servers.every((one) => hears(board, one)));
      },
      { what: "orders heard by all", within: patience(AGAIN), every: 60 },
    );
  } catch (error) {
    if (!(error instanceof WaitTimeout)) throw error;
    const gone = boards.filter(({ socket }) => !socket.connected);
    const data = { boards: gone.length, ms: error.ms, said: gone[0]?.failures.at(-1) ?? "-" };
    if (taken && gone.length > 0) throw new Finding("not-back-after-redis", data);
    throw new Finding(taken ? "deaf-after-redis" : "shut-after-redis", { ms: error.ms });
  }
}

/** Socket.IO's client tries again by itself, unless the server has turned it away: then it won't hear anything any more. */
function mustStillTry(boards: Board[], ms: number): void {
  const refused = boards.filter(({ socket }) => !socket.active);
  if (refused.length === 0) return;
  const said = refused[0]!.failures.at(-1) ?? "-";
  throw new Finding("turned-away-for-good", { boards: refused.length, ms, said });
}
