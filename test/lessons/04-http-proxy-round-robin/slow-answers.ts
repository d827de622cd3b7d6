import type { Backend } from "../../harness/backend.ts";
import { Finding } from "../../harness/finding.ts";
import type { Program } from "../../harness/program.ts";
import { begun, ending, reader } from "./reader.ts";
import { mustLive } from "./scene.ts";

/** How long a target may be silent: what the proxy was told, and how long that is on an idle machine. */
interface Limit {
  ms: number;
  usual: number;
}

const PIECE = "data: 7 orders\n\n";
/** So many pieces, four of them in the time of a limit: together they take longer than that. */
const PIECES = 7;

/**
 * An answer in pieces, each of them in time, must come whole.
 * @returns what was found, which may be a busy machine's fault.
 */
export async function mustGoOn(
  proxy: Program,
  shop: Backend,
  limit: Limit,
): Promise<Finding | undefined> {
  shop.answer = ({ res }) => {
    let pieces = 0;
    const timer = setInterval(() => {
      if (++pieces < PIECES) return void res.write(PIECE);
      clearInterval(timer);
      res.end(PIECE);
    }, limit.ms / 4);
    res.once("close", () => clearInterval(timer));
  };
  const client = reader(proxy.url);
  const end = await ending(client, 2500 + 2 * limit.usual);
  client.leave();
  if (end === "whole" && client.text === PIECE.repeat(PIECES)) return undefined;
  await mustLive(proxy, { kind: "reset" });
  return new Finding("limit-on-the-whole", { ms: limit.ms });
}

/**
 * A target that falls silent in the middle of its answer must be given up.
 * @throws {Finding} when the client still waits. What a busy machine may be to blame for is given.
 */
export async function mustBeGivenUp(
  proxy: Program,
  shop: Backend,
  limit: Limit,
): Promise<Finding | undefined> {
  shop.answer = ({ res }) => void res.write(PIECE);
  const client = reader(proxy.url);
  await begun(client);
  const end = await ending(client, 2500 + limit.usual);
  client.leave();
  if (client.text !== PIECE) return new Finding("not-answered", { kind: "late" });
  if (end === "cut") return undefined;
  await mustLive(proxy, { kind: "reset" });
  if (end === "whole") throw new Finding("half-looks-whole", { text: client.text });
  throw new Finding("silent-in-mid-answer", { ms: limit.ms });
}
