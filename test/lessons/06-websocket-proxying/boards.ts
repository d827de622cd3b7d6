import { Agent } from "node:http";
import { io, type Socket } from "socket.io-client";
import { until, WaitTimeout } from "../../harness/wait.ts";
import { patience } from "../../harness/pace.ts";

export interface BoardOptions {
  /** The machine that the board runs on: a number from 1 to 250, for an address of its own. */
  machine?: number;
  /** As Socket.IO's client: polling first, then an upgrade, unless told. */
  transports?: ("polling" | "websocket")[];
  /** Whether it comes back by itself after a connection has broken; true unless told. */
  returns?: boolean;
}

interface Order {
  number: number;
  drink: string;
}

/** A client of the order board, as the page is one: what it has heard, and what has become of its connection. */
export class Board {
  readonly heard: Order[] = [];
  /** Why connections broke, in the words of Socket.IO. */
  readonly breaks: string[] = [];
  /** Why attempts to connect failed: the text that the server sent, or else Socket.IO's words. */
  readonly failures: string[] = [];
  connects = 0;
  /** The server that it was connected to first, if that introduced itself. */
  first: number | undefined;
  readonly socket: Socket;
  /** Whether it comes back by itself. */
  readonly returns: boolean;
  readonly #agent: Agent;

  constructor(url: string, { machine = 1, transports, returns = true }: BoardOptions = {}) {
    this.returns = returns;
    // Each request on a connection of its own, as behind a mobile network; nothing may hang on one connection.
    this.#agent = new Agent({ keepAlive: false, ...addressOf(machine) });
    this.socket = io(url, {
      forceNew: true,
      // Browsers keep cookies; so do these clients, for those who make sessions stick by one.
      withCredentials: true,
      // @ts-expect-error The types speak of browsers, where there is no agent.
      agent: this.#agent,
      extraHeaders: headersOf(machine),
      transports: transports ?? ["polling", "websocket"],
      reconnection: returns,
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
      // An attempt that hangs is given up for another one; where there is no other, the check decides.
      timeout: patience(returns ? 4000 : 20_000),
      auth: (tell) => tell({ after: this.last }),
    });
    this.socket.on("connect", () => (this.connects += 1));
    this.socket.on("disconnect", (reason) => this.breaks.push(reason));
    this.socket.on("connect_error", (error) => {
      const { context } = error as { context?: { responseText?: string } };
      this.failures.push(context?.responseText || error.message);
    });
    this.socket.on("welcome", ({ server }) => (this.first ??= server));
    this.socket.on("order", (order: Order) => this.heard.push(order));
  }

  /** The number of the last order it has heard; undefined before the first one. */
  get last(): number | undefined {
    return this.heard.length > 0 ? Math.max(...this.heard.map(({ number }) => number)) : undefined;
  }

  get transport(): string {
    return this.socket.connected ? this.socket.io.engine.transport.name : "none";
  }

  times(number: number): number {
    return this.heard.filter((order) => order.number === number).length;
  }

  close(): void {
    this.socket.disconnect();
    this.#agent.destroy();
  }
}

/** Looks until all boards fit; gives those that don't when the time is over. `unless` may end the wait by throwing. */
export async function misfits(
  boards: Board[],
  fits: (board: Board) => boolean,
  { usual = 3000, unless = () => {} }: { usual?: number; unless?: () => void } = {},
): Promise<Board[]> {
  try {
    await until(() => boards.every(fits), { what: "boards", within: patience(usual), unless });
    return [];
  } catch (error) {
    if (error instanceof WaitTimeout) return boards.filter((board) => !fits(board));
    throw error;
  }
}

/** Runs something with boards, all of which are closed afterwards. */
export async function withBoards<T>(
  play: (open: (url: string, options?: BoardOptions) => Board) => Promise<T>,
): Promise<T> {
  const boards: Board[] = [];
  try {
    return await play((url, options) => {
      const board = new Board(url, options);
      boards.push(board);
      return board;
    });
  } finally {
    for (const board of boards) board.close();
  }
}

/**
 * Linux has all of 127.0.0.0/8 on its loopback, so clients can have real addresses; the third octet differs, because nginx's
 * ip_hash looks at the first three. Elsewhere they only say so, in a header that nginx is made to believe.
 */
export const REAL_ADDRESSES = process.platform === "linux";

export function addressOf(machine: number): { localAddress?: string } {
  return REAL_ADDRESSES ? { localAddress: `127.0.${machine}.1` } : {};
}

export function headersOf(machine: number): Record<string, string> {
  // As a browser's: the same with all requests of a client, for those who choose a server by it. Without it, Socket.IO's client
  // in Node.js names itself when it polls, and not when it asks for an upgrade.
  const agent = { "User-Agent": `board-${machine}` };
  return REAL_ADDRESSES ? agent : { ...agent, "X-Forwarded-For": `203.0.${machine}.9` };
}
