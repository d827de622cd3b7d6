import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import { ask } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import type { Board } from "./boards.ts";

/** Why a board has no connection: one of the servers answers nobody, or else what the board was told last. */
export async function neverConnected(board: Board, servers: Program[]): Promise<Finding> {
  const menus = servers.map(({ url }) => ask(`${url}/menu`, { within: patience(1500) }));
  const late = (await Promise.all(menus)).find(({ kind }) => kind === "late");
  if (late) return new Finding("answers-nobody", { ms: late.ms });
  return new Finding("never-connects", { why: board.failures.at(-1) ?? "-" });
}
