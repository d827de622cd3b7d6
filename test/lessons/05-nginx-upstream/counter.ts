import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { listenAgain } from "../../harness/listen.ts";

/** A request as it came from nginx. */
export interface Arrived {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  httpVersion: string;
  body: string;
}

/** What a counter does with a request instead of answering it. */
export type Behaviour = (
  arrived: Arrived,
  res: ServerResponse,
  counter: Counter,
) => void | Promise<void>;

/**
 * Stands for one of the shop's servers: it notes what nginx sends, and behaves as a check needs it, without the time that a
 * process takes to boot. What is asked of server.ts itself is asked of the real one.
 */
export class Counter {
  /** The port that nginx.conf names. */
  readonly documented: number;
  readonly arrived: Arrived[] = [];
  /** What came that is no HTTP, each by its first line. */
  readonly malformed: string[] = [];
  connections = 0;
  behave: Behaviour = answer;
  readonly #port: number;
  #server: Server | undefined;

  constructor(documented: number, port: number) {
    this.documented = documented;
    this.#port = port;
  }

  get isOpen(): boolean {
    return this.#server !== undefined;
  }

  async open(): Promise<void> {
    const server = createServer((req, res) => void this.#take(req, res));
    server.keepAliveTimeout = 120_000;
    server.on("clientError", (error: Error & { rawPacket?: Buffer }, socket) => {
      if (error.rawPacket) this.malformed.push(error.rawPacket.toString().split("\r\n")[0]!);
      socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
    });
    server.on("connection", () => (this.connections += 1));
    await listenAgain(server, { port: this.#port }); // on both address families, as server.ts does
    this.#server = server;
  }

  /** Ends as a process does that is killed: connections are cut, new ones refused. */
  close(): void {
    this.#server?.close();
    this.#server?.closeAllConnections();
    this.#server = undefined;
  }

  async #take(req: IncomingMessage, res: ServerResponse): Promise<void> {
    let body = "";
    for await (const piece of req.setEncoding("utf8")) body += piece;
    const { method = "", url = "", headers, httpVersion } = req;
    const arrived = { method, url, headers, httpVersion, body };
    this.arrived.push(arrived);
    await this.behave(arrived, res, this);
  }
}

/** The ordinary answer: which server it is. */
export function answer(_arrived: Arrived, res: ServerResponse, { documented }: Counter): void {
  res.setHeader("content-type", "application/json");
  res.end(JSON.stringify({ server: documented }));
}
