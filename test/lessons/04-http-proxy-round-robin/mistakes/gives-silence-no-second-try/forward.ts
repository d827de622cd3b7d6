import type { IncomingMessage, ServerResponse } from "node:http";
import httpProxy from "http-proxy";
import { introduce } from "./client.ts";
import { Rotation } from "./rotation.ts";
import { settings } from "./settings.ts";

/** On so many targets a request is tried. One that kills what it touches must not meet them all. */
const ATTEMPTS = 2;
/** Methods without a body that may be repeated, because doing them twice changes nothing. */
const REPEATABLE = new Set(["GET", "HEAD", "OPTIONS"]);

const rotation = new Rotation(settings.targets, settings.coolDownMs);
const proxy = httpProxy.createProxyServer({ proxyTimeout: settings.answerWithinMs });

/** Sends a request to the target whose turn it is, and the answer back. */
export function forward(req: IncomingMessage, res: ServerResponse): void {
  introduce(req);
  attempt(req, res, 1);
}

// #region attempt
function attempt(req: IncomingMessage, res: ServerResponse, number: number, failed?: string): void {
  const target = rotation.next(failed);
  if (!target) return refuse(res);
  const begun = performance.now();
  proxy.web(req, res, { target }, (error) => {
    if (res.destroyed) return; // the client has gone: nobody to answer, and no target to blame
    console.error(`${target} failed: ${error.message} (${req.method} ${req.url})`);
    rotation.rest(target);
    if (res.headersSent) res.destroy();
    // Who has waited for so long shall not wait again.
    else if (performance.now() - begun >= settings.answerWithinMs) res.writeHead(504).end();
    else if (number < ATTEMPTS && REPEATABLE.has(req.method!))
      attempt(req, res, number + 1, target);
    else refuse(res);
  });
}

function refuse(res: ServerResponse): void {
  res.writeHead(502, { "content-type": "application/json" });
  res.end(JSON.stringify({ error: "no shop can answer this" }));
}
// #endregion

// #region gone
proxy.on("proxyReq", (proxyReq, _req, res) => {
  res.once("close", () => {
    if (!res.writableFinished) proxyReq.destroy(); // the client has gone
  });
});
// #endregion

// #region half
proxy.on("proxyRes", (proxyRes, _req, res) => {
  proxyRes.once("close", () => {
    if (!proxyRes.complete) res.destroy(); // half an answer must not look like a whole one
  });
  // About the connection between proxy and target; the client has one of its own.
  delete proxyRes.headers.connection;
  delete proxyRes.headers["keep-alive"];
});
// #endregion
