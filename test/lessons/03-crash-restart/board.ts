import { once } from "node:events";
import { get, type ClientRequest, type IncomingMessage } from "node:http";
import type { Program } from "../../harness/program.ts";

/** Opens the order board, an answer that never ends, and returns when it has begun; destroy() closes it. */
export async function openBoard(shop: Program): Promise<ClientRequest> {
  const board = get(`${shop.url}/board`, { agent: false });
  board.on("error", () => {}); // it will be cut
  const [answer] = (await once(board, "response")) as [IncomingMessage];
  answer.on("error", () => {}).resume();
  return board;
}

/** Opens boards until each of the workers has one. */
export async function boardsForAll(shop: Program, workers: number): Promise<ClientRequest[]> {
  const boards: ClientRequest[] = [];
  const asked = () => shop.trace.of("request").filter(({ path }) => path === "/board");
  while (new Set(asked().map(({ pid }) => pid)).size < workers && boards.length < 4 * workers)
    boards.push(await openBoard(shop));
  return boards;
}
