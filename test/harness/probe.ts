import { Agent, request, type IncomingHttpHeaders } from "node:http";
import { whenOver } from "./limit.ts";
import { patience } from "./pace.ts";

/**
 * How one request ended. `refused`: nobody listens. `reset`: the connection broke before the answer was complete.
 * `late`: no complete answer within the limit.
 */
export type Outcome =
  | {
      kind: "answer";
      status: number;
      headers: IncomingHttpHeaders;
      body: string;
      ms: number;
      /** Whether it came over a connection that an agent had kept. */
      reused?: boolean;
    }
  | { kind: "refused" | "reset" | "late"; ms: number; error?: string };

export interface AskOptions {
  method?: string;
  /** What is asked for, just as it is sent; that of the URL, which is tidied, unless told. */
  path?: string;
  headers?: Record<string, string>;
  body?: string;
  /** The client's own address, see clients.ts; the system's choice unless told. */
  from?: string | undefined;
  /** A keep-alive agent; without one, every request has a connection of its own. */
  agent?: Agent;
  /** Give up after so many ms, 5 s (stretched on a slow machine, up to `LONGEST`) unless told. */
  within?: number;
  /** How the bytes of the answer become its text; utf8 unless told. */
  encoding?: BufferEncoding;
}

/** Shorter than the minute after which nginx gives up a server that doesn't answer: what it says then is another end. In ms. */
const LONGEST = 45_000;

/**
 * Sends one request and tells how it ended; never throws, and always ends (a connection that was handed to a dying
 * worker may hang for ever).
 * It is used where refused, reset and late must be told apart; where only a right answer will do, checks use supertest.
 */
export function ask(url: string, options: AskOptions = {}): Promise<Outcome> {
  const {
    method = "GET",
    body,
    agent = false,
    within = Math.min(patience(5000), LONGEST),
  } = options;
  const start = performance.now();
  const ms = () => Math.round(performance.now() - start);
  return new Promise((resolve) => {
    const from = options.from ? { localAddress: options.from } : {};
    const path = options.path === undefined ? {} : { path: options.path };
    let answered = false;
    const req = request(
      url,
      { method, headers: options.headers ?? {}, agent, ...from, ...path },
      (res) => {
        answered = true;
        let text = "";
        res.setEncoding(options.encoding ?? "utf8").on("data", (piece: string) => (text += piece));
        res.on("end", () => {
          const { statusCode: status, headers, complete } = res;
          const { reusedSocket: reused } = req;
          if (!complete) resolve({ kind: "reset", ms: ms() });
          else resolve({ kind: "answer", status: status!, headers, body: text, ms: ms(), reused });
        });
        res.on("error", (error) => resolve(broken(error)));
      },
    );
    const callOff = whenOver(within, () => {
      resolve({ kind: "late", ms: ms() });
      req.destroy();
    });
    req.on("error", (error) => resolve(broken(error)));
    req.on("close", () => {
      callOff();
      // Where nobody listens for an upgrade, an answer 101 is told neither as an answer nor as an error.
      if (!answered) resolve({ kind: "reset", ms: ms() });
    });
    req.end(body);

    function broken(error: NodeJS.ErrnoException): Outcome {
      const kind = error.code === "ECONNREFUSED" ? "refused" : "reset";
      return { kind, ms: ms(), error: error.code ?? error.message };
    }
  });
}

/** The JSON of an answer, or undefined when it isn't an answer with JSON. */
export function jsonOf(outcome: Outcome): Record<string, unknown> | undefined {
  if (outcome.kind !== "answer") return undefined;
  try {
    const value: unknown = JSON.parse(outcome.body);
    return value !== null && typeof value === "object" ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** An agent with one connection, kept alive: all its requests go to the same worker. */
export function oneConnection(): Agent {
  return new Agent({ keepAlive: true, maxSockets: 1 });
}
