import { get, type ClientRequest } from "node:http";
import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import type { Program } from "../../harness/program.ts";
import { until, WaitTimeout } from "../../harness/wait.ts";

/**
 * Opens the order board, an answer that never ends, and returns when it has begun; destroy() closes it.
 * @throws {Finding} when it does not begin.
 */
export async function openBoard(shop: Program): Promise<ClientRequest> {
  const board = get(`${shop.url}/board`, { agent: false });
  let [begun, broken]: [boolean, Error?] = [false];
  board.on("error", (error) => (broken = error)); // it will be cut
  board.on("response", (answer) => {
    begun = true;
    answer.on("error", () => {}).resume();
  });
  const unless = () => {
    if (broken) throw broken;
  };
  try {
    await until(() => begun, { what: "the order board", within: patience(4000), unless });
    return board;
  } catch (error) {
    board.destroy();
    if (!(error instanceof WaitTimeout)) throw error;
    throw new Finding("board-never-begins", {});
  }
}

/** Opens boards until each of the workers has one. */
export async function boardsForAll(shop: Program, workers: number): Promise<ClientRequest[]> {
  const boards: ClientRequest[] = [];
  const asked = () => shop.trace.of("request").filter(({ path }) => path === "/board");
  while (new Set(asked().map(({ pid }) => pid)).size < workers && boards.length < 4 * workers)
    boards.push(await openBoard(shop));
  return boards;
}
