import type { IncomingMessage, ServerResponse } from "node:http";
import httpProxy from "http-proxy";
import { introduce } from "./client.ts";
import { Rotation, type Target } from "./rotation.ts";
import { settings } from "./settings.ts";

const rotation = new Rotation(settings.targets);
const proxy = httpProxy.createProxyServer({ proxyTimeout: settings.answerWithinMs });
const asked = new WeakMap<ServerResponse, Target>();

/** Any failure gives a target its rest, also one in mid-answer; whoever finds nobody awake is told to come back. */
export function forward(req: IncomingMessage, res: ServerResponse): void {
  introduce(req);
  attempt(req, res);
}

function attempt(req: IncomingMessage, res: ServerResponse, failed?: Target): void {
  const target = rotation.next(failed);
  if (!target) return refuse(res, 503);
  asked.set(res, target);
  proxy.web(req, res, { target: target.url }, (error) => {
    if (res.destroyed) return;
    target.rest(settings.coolDownMs);
    console.error(JSON.stringify({ target: target.url, error: error.message }));
    if (res.headersSent) res.destroy();
    else if (!failed && /^(GET|HEAD)$/.test(req.method!)) attempt(req, res, target);
    else refuse(res, "code" in error && error.code === "ECONNRESET" ? 504 : 502);
  });
}

function refuse(res: ServerResponse, status: number): void {
  const body = JSON.stringify({ error: "no shop answers" });
  res.writeHead(status, { "content-type": "application/json", "retry-after": "5" }).end(body);
}

proxy.on("proxyReq", (out, _req, res) => {
  out.setHeader("via", "1.1 uptime");
  res.on("close", () => res.writableFinished || out.destroy());
});

proxy.on("proxyRes", (answer, _req, res) => {
  answer.on("close", () => {
    if (answer.complete || res.destroyed) return;
    asked.get(res)?.rest(settings.coolDownMs);
    res.destroy();
  });
  delete answer.headers.connection;
  delete answer.headers["keep-alive"];
});
