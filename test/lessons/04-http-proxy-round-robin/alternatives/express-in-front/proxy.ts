import express, { type Request, type Response } from "express";
import httpProxy from "http-proxy";
import { settings } from "./settings.ts";

const app = express();
app.disable("x-powered-by");
const proxy = httpProxy.createProxyServer({ proxyTimeout: settings.answerWithinMs });

let turn = 0;
let resting: Record<string, NodeJS.Timeout> = {};

app.use((req, res) => {
  delete req.headers.forwarded;
  for (const name of ["for", "proto", "host"]) delete req.headers[`x-forwarded-${name}`];
  res.locals["attempts"] = 0;
  next(req, res);
});

function next(req: Request, res: Response): void {
  const { last } = res.locals;
  const order = [...settings.targets, ...settings.targets].slice(turn % settings.targets.length);
  const target =
    order.find((one) => !resting[one] && one !== last) ?? order.find((one) => one !== last);
  if (!target) return void res.sendStatus(503);
  turn = settings.targets.indexOf(target) + 1;
  res.locals["attempts"] += 1;
  res.locals["last"] = target;
  proxy.web(req, res, { target, xfwd: res.locals["attempts"] === 1 }); // appends again at a second attempt
}

// The style with events: one listener for all requests, which remember their state in res.locals.
proxy.on("error", (error, req, res) => {
  if (!("locals" in res)) return;
  const [request, response] = [req as Request, res as Response];
  if (response.destroyed) return;
  const { last, attempts } = response.locals;
  console.error(last, error.message);
  clearTimeout(resting[last]);
  resting[last] = setTimeout(() => delete resting[last], settings.coolDownMs).unref();
  if (response.headersSent) response.destroy();
  else if (attempts < 2 && ["GET", "HEAD"].includes(request.method)) next(request, response);
  else response.status(502).json({ error: "bad gateway" });
});
proxy.on("proxyReq", (outgoing, _req, res) => {
  res.on("close", () => res.writableEnded || outgoing.destroy());
});
proxy.on("proxyRes", (answer, _req, res) => {
  answer.on("aborted", () => res.destroy());
});

const server = app.listen(settings.port);
server.prependListener("request", (req, res) => {
  res.on("finish", () => server.listening || req.socket.destroySoon());
});
process.on("SIGTERM", () => {
  server.close();
  setTimeout(() => server.closeAllConnections(), settings.stopWithinMs).unref();
});
