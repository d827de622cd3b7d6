import { request } from "node:http";
import { whenOver } from "../../harness/limit.ts";
import { patience } from "../../harness/pace.ts";
import type { Outcome } from "../../harness/probe.ts";

/** So long may the other side take to close its half, in ms. */
const CLOSING = 1000;
/** What a browser asks for, to open a WebSocket. */
export const UPGRADE = "/socket.io/?EIO=4&transport=websocket";

interface Asking {
  /** The session that is to be upgraded; a new one unless told. */
  sid?: string;
  headers?: Record<string, string>;
  /** The client's own address. */
  from?: string | undefined;
}

/**
 * Asks for an upgrade to WebSocket as a browser does, without Socket.IO's client, and tells how that ended; status 101 is a
 * yes, and the connection is closed then. Never throws, and always ends.
 */
export function askUpgrade(
  base: string,
  within = patience(3000),
  { sid, from, headers: own }: Asking = {},
): Promise<Outcome> {
  const start = performance.now();
  const ms = () => Math.round(performance.now() - start);
  return new Promise((resolve) => {
    const req = request(base + UPGRADE + (sid ? `&sid=${sid}` : ""), {
      agent: false,
      ...(from && { localAddress: from }),
      headers: {
        ...own,
        connection: "Upgrade",
        upgrade: "websocket",
        "sec-websocket-version": "13",
        "sec-websocket-key": Buffer.from("one milk tea, so").toString("base64"),
      },
    });
    const callOff = whenOver(within, () => {
      resolve({ kind: "late", ms: ms() });
      req.destroy();
    });
    req.on("upgrade", ({ statusCode, headers }, socket) => {
      resolve({ kind: "answer", status: statusCode!, headers, body: "", ms: ms() });
      // Ended politely: one that is cut with data on its way reaches a proxy as an error, which is another check's subject.
      socket
        .on("error", () => {})
        .resume()
        .end();
      setTimeout(() => socket.destroy(), CLOSING).unref();
    });
    req.on("response", (res) => {
      let body = "";
      res.setEncoding("utf8").on("data", (piece: string) => (body += piece));
      res.on("close", () => {
        resolve({ kind: "answer", status: res.statusCode!, headers: res.headers, body, ms: ms() });
        req.destroy();
      });
      res.on("error", () => {});
    });
    req.on("error", (error: NodeJS.ErrnoException) => {
      resolve({ kind: error.code === "ECONNREFUSED" ? "refused" : "reset", ms: ms() });
    });
    req.on("close", callOff);
    req.end();
  });
}

/** Whether the answer to `askUpgrade` was a yes. */
export function isUpgraded(outcome: Outcome): boolean {
  return outcome.kind === "answer" && outcome.status === 101;
}
