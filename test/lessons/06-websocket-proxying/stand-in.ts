import { createServer, type IncomingMessage, type Server as HttpServer } from "node:http";
import type { Socket } from "node:net";
import { Server } from "socket.io";
import { listenAgain } from "../../harness/listen.ts";
import type { CheckContext } from "../../harness/task.ts";
import { freePort, releasePort } from "../../harness/ports.ts";

/** How a connection breaks under an answer: with an end, or with a reset, as when something is left to read. */
export type Break = "end" | "reset";

/** Longer than Socket.IO takes to write its first message after the 101, in ms: it waits for nobody. */
const FIRST_MESSAGE = 20;

/** A shop that lives in the check, where a proxy is the subject: no process that must boot, and no Redis. */
export interface StandIn {
  port: number;
  /** How many requests to upgrade have reached it. */
  readonly upgrades: number;
  /** Opens the port and answers. */
  open(): Promise<void>;
  /** Whether an answer of /half has begun; it would never end. */
  readonly half: boolean;
  /** Breaks off the answers of /half. */
  breakOff(how: Break): void;
  /** Ends as a killed process does: the port is closed, and every connection; those of WebSockets in either way. */
  die(): void;
}

/** A shop on a port of its own that is not open yet. Ended with the check. */
export async function standIn({ onEnd }: CheckContext): Promise<StandIn> {
  const port = await freePort();
  const [sockets, halves] = [new Set<Socket>(), new Set<Socket>()];
  let server: HttpServer | undefined;
  const upgraded: Socket[] = [];
  const die = () => {
    server?.close();
    for (const [i, socket] of upgraded.entries()) if (i % 2 === 0) socket.resetAndDestroy();
    for (const socket of sockets) socket.destroy();
  };
  onEnd(() => {
    die();
    releasePort(port);
  });
  return {
    port,
    get upgrades() {
      return upgraded.length;
    },
    get half() {
      return halves.size > 0;
    },
    die,
    breakOff(how) {
      for (const socket of halves) {
        if (how === "reset") socket.resetAndDestroy();
        else socket.destroy();
      }
      halves.clear();
    },
    async open() {
      server = shop(port, halves);
      server.on("connection", (socket) => {
        sockets.add(socket.once("close", () => sockets.delete(socket)));
      });
      server.prependListener("upgrade", ({ socket, url }) => {
        upgraded.push(socket);
        // Of a session that is there already, or that nobody knows, there is no first message.
        if (!url!.includes("sid=")) inOnePiece(socket);
      });
      await listenAgain(server, { port, host: "127.0.0.1" });
    },
  };
}

/** The 101 and the first message leave together, as they may on any network: with the 101 comes a head, then. */
function inOnePiece(socket: Socket): void {
  socket.cork();
  setTimeout(() => socket.uncork(), FIRST_MESSAGE);
}

/** GET /menu and anything else, POST /orders, GET /half with its length and /half/chunked without, and boards that connect. */
function shop(port: number, halves: Set<Socket>): HttpServer {
  const server = createServer(async (req, res) => {
    res.setHeader("content-type", "application/json");
    if (req.url?.startsWith("/half")) {
      halves.add(req.socket);
      res.writeHead(200, req.url.endsWith("/chunked") ? {} : { "content-length": 100 });
      res.write('{"half":');
    } else if (req.url === "/orders") {
      const { drink } = JSON.parse(await textOf(req)) as { drink: string };
      res.writeHead(201).end(JSON.stringify({ number: 1, drink, server: port }));
    } else res.end(JSON.stringify({ url: req.url, server: port }));
  });
  // An upgrade that takes longer is given up for good: on a slow machine, too, only the proxy shall decide.
  new Server({ upgradeTimeout: 600_000 }).attach(server);
  return server;
}

async function textOf(req: IncomingMessage): Promise<string> {
  let text = "";
  for await (const piece of req.setEncoding("utf8")) text += piece;
  return text;
}
