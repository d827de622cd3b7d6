import { randomUUID } from "node:crypto";
import { Agent, createServer, request, type IncomingMessage, type Server } from "node:http";
import type { ServerResponse } from "node:http";
import { outsideAddress } from "./addresses.ts";
import type { Dyno } from "./dyno.ts";
import { ask, type AskOptions, type Outcome } from "./probe.ts";

export interface Client {
  address: string;
  proto: "http" | "https";
}

/** How long the first byte of an answer may take (H12), in ms, at Heroku. */
export const ANSWER_WITHIN = 30_000;

const ERRORS = {
  H10: "App crashed",
  H12: "Request timeout",
  H13: "Connection closed without response",
  H14: "No web dynos running",
  H18: "Server Request Interrupted",
  H20: "App boot timeout",
  H21: "Backend connection refused",
} as const;
type Code = keyof typeof ERRORS;

/** The headers that the router adds. A client can send X-Forwarded-For itself: what it claims stays, in front of the truth. */
export function forwardedHeaders(
  { address, proto }: Client,
  claimed?: string,
): Record<string, string> {
  return {
    "x-forwarded-for": [claimed, address].filter(Boolean).join(", "),
    "x-forwarded-proto": proto,
    "x-forwarded-port": proto === "https" ? "443" : "80",
    "x-request-id": randomUUID(),
    "x-request-start": String(Date.now()),
    via: "1.1 heroku-router",
  };
}

type ThroughOptions = Omit<AskOptions, "from"> & {
  from: Client;
  /** The address of the dyno that the router connects to; on this machine, that is where it comes from, too. */
  at?: string;
};

/** Sends one request to a dyno as the router would, for a client that is only imagined. */
export function askThrough(
  dyno: Dyno,
  path: string,
  { from, at = "127.0.0.1", headers = {}, ...options }: ThroughOptions,
): Promise<Outcome> {
  const added = forwardedHeaders(from, headers["x-forwarded-for"]);
  const host = "uptime-tea-0123456789ab.herokuapp.com";
  const base = `http://${at.includes(":") ? `[${at}]` : at}:${dyno.program!.port}`;
  return ask(base + path, { ...options, headers: { host, ...headers, ...added } });
}

export interface RouterOptions {
  /** The web dynos, in any state. */
  dynos(): Dyno[];
  log(source: string, line: string): void;
  answerWithin?: number;
}

/** The router in front of the dynos: picks one at random, and answers 503 with an H code when there is no answer. */
export class Router {
  readonly #options: RouterOptions;
  /** Connections to the dynos are kept, and used again for 90 s. */
  readonly #agent = new Agent({ keepAlive: true, timeout: 90_000 });

  constructor(options: RouterOptions) {
    this.#options = options;
  }

  /** A listener for clients. TLS ends at the router: a server for "https" here speaks plain HTTP, and says that it didn't. */
  server(proto: Client["proto"]): Server {
    return createServer((req, res) => void this.#route(req, res, proto));
  }

  async #route(req: IncomingMessage, res: ServerResponse, proto: Client["proto"]): Promise<void> {
    const arrived = performance.now();
    const client: Client = { address: plain(req.socket.remoteAddress), proto };
    const fail = (code: Code, dyno?: Dyno) => this.#fail(req, res, { code, client, dyno });
    const dynos = this.#options.dynos();
    if (dynos.length === 0) return fail("H14");
    await seen(() => dynos.every(({ state }) => state !== "starting"), 75_000);
    const up = dynos.filter(({ state }) => state === "up");
    const dyno = up[Math.floor(Math.random() * up.length)];
    if (!dyno) return fail(dynos.some(({ state }) => state === "starting") ? "H20" : "H10");

    const claimed = req.headers["x-forwarded-for"];
    const added = forwardedHeaders(client, Array.isArray(claimed) ? claimed.join(", ") : claimed);
    const onward = request({
      host: outsideAddress() ?? "127.0.0.1",
      port: dyno.program!.port,
      path: req.url!,
      method: req.method!,
      headers: { ...req.headers, ...added, connection: "keep-alive" },
      agent: this.#agent,
    });
    const late = setTimeout(() => {
      fail("H12", dyno);
      onward.destroy();
    }, this.#options.answerWithin ?? ANSWER_WITHIN);
    onward.on("response", (answer) => {
      clearTimeout(late);
      const { connection: _, "keep-alive": __, ...headers } = answer.headers;
      res.writeHead(answer.statusCode!, headers);
      answer.on("error", () => {
        fail("H18", dyno);
        res.destroy();
      });
      answer.on("end", () => {
        const service = `${Math.round(performance.now() - arrived)}ms`;
        const { statusCode: status } = answer;
        this.#log(req, { at: "info", client, dyno: dyno.name, service, status: status! });
      });
      answer.pipe(res);
    });
    onward.on("error", (error: NodeJS.ErrnoException) => {
      clearTimeout(late);
      fail(error.code === "ECONNREFUSED" ? "H21" : "H13", dyno);
    });
    res.on("close", () => onward.destroy());
    req.pipe(onward);
  }

  #fail(
    req: IncomingMessage,
    res: ServerResponse,
    { code, client, dyno }: { code: Code; client: Client; dyno?: Dyno | undefined },
  ): void {
    if (res.writableEnded) return;
    const at = `error code=${code} desc="${ERRORS[code]}"`;
    this.#log(req, { at, client, dyno: dyno?.name ?? "", service: "", status: 503 });
    if (res.headersSent) return;
    res.writeHead(503, { "content-type": "text/plain" }).end("Application error\n");
  }

  #log(
    req: IncomingMessage,
    one: { at: string; client: Client; dyno: string; service: string; status: number },
  ): void {
    const { at, client, dyno, service, status } = one;
    const line = `at=${at} method=${req.method} path="${req.url}" host=${req.headers.host} fwd="${client.address}" dyno=${dyno} service=${service} status=${status} protocol=${client.proto}`;
    this.#options.log("heroku[router]", line);
  }
}

/** Waits for something, but not for ever. */
async function seen(look: () => boolean, within: number): Promise<void> {
  const start = performance.now();
  while (!look() && performance.now() - start < within) await new Promise((r) => setTimeout(r, 25));
}

function plain(address = ""): string {
  return address.replace(/^::ffff:/, "");
}
