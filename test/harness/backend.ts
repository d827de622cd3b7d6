import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { listenAgain } from "./listen.ts";
import { freePort, releasePort } from "./ports.ts";

/** A request as a back end got it. */
export interface Got {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  /** What has arrived of its body. */
  body: string;
  /** Whether its body has arrived completely. */
  complete: boolean;
  /** Whether the exchange is over: answered, or cut. */
  closed: boolean;
}

/** What a back end does with a request, as soon as its head is there. */
export type Answer = (got: Got, backend: Backend) => void;

/** A server behind a proxy, in the place of the learner's: it lives in the check, which sees all that arrives. */
export interface Backend extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  /** All requests so far, in order of arrival. */
  readonly got: Got[];
  /** What it does with requests; `echo` unless told. */
  answer: Answer;
  /** Ends as a killed process does: the port is closed and every connection cut. */
  die(): void;
  /** Comes back on the same port. */
  revive(): Promise<void>;
}

/** Opens a back end on a free port of the IPv4 loopback. To be used with `await using`. */
export async function openBackend(answer: Answer = echo): Promise<Backend> {
  for (;;) {
    const port = await freePort();
    try {
      return await openOn(port, answer);
    } catch (error) {
      // Somebody who does not know of our claims was quicker: another port will do.
      releasePort(port);
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    }
  }
}

async function openOn(port: number, answer: Answer): Promise<Backend> {
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  const backend: Backend = {
    port,
    url: `http://127.0.0.1:${port}`,
    got: [],
    answer,
    die() {
      server?.close();
      server = undefined;
      for (const socket of sockets) socket.destroy();
    },
    async revive() {
      server = createServer((req, res) => backend.answer(note(req, res, backend.got), backend));
      server.on("connection", (socket) => {
        sockets.add(socket.once("close", () => sockets.delete(socket)));
      });
      await listenAgain(server, { port, host: "127.0.0.1" });
    },
    async [Symbol.asyncDispose]() {
      backend.die();
      releasePort(port);
    },
  };
  await backend.revive();
  return backend;
}

/** Answers, when the request is complete, with its own port. */
export const echo: Answer = ({ req, res }, { port }) => {
  req.once("end", () => {
    if (!res.destroyed) res.setHeader("content-type", "application/json").end(`{"port":${port}}`);
  });
};

function note(req: IncomingMessage, res: ServerResponse, all: Got[]): Got {
  const { method = "", url = "", headers } = req;
  const got: Got = { method, url, headers, req, res, body: "", complete: false, closed: false };
  all.push(got);
  req.setEncoding("latin1").on("data", (piece: string) => (got.body += piece));
  req.once("end", () => (got.complete = true));
  req.on("error", () => {}); // cut by the proxy, or by our own death
  res.once("close", () => (got.closed = true));
  return got;
}
