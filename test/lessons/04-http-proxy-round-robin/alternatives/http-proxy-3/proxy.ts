import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createProxyServer } from "http-proxy-3";
import { settings } from "./settings.ts";

/** Everything in one file, with the successor that Vite uses. It cancels by itself what nobody waits for. */
const targets = settings.targets.map((url) => ({ url, restsUntil: 0 }));
let turn = 0;

const proxy = createProxyServer({ proxyTimeout: settings.answerWithinMs });
proxy.on("proxyRes", (answer, _req, res) => {
  answer.on("close", () => answer.complete || res.destroy());
});

const server = createServer((req, res) => {
  const { socket } = req;
  for (const name in req.headers) if (/^(x-)?forwarded/.test(name)) delete req.headers[name];
  Object.assign(req.headers, {
    "x-forwarded-for": socket.remoteAddress,
    "x-forwarded-proto": "http",
    "x-forwarded-host": req.headers.host,
  });
  res.on("finish", () => stopping && socket.end());
  pass(req, res, take());
});

function take(not?: object) {
  const all = targets.map((_, i) => targets[(turn + i) % targets.length]!);
  const able = all.filter((target) => target !== not);
  const target = able.find(({ restsUntil }) => restsUntil < Date.now()) ?? able[0];
  if (target) turn = targets.indexOf(target) + 1;
  return target;
}

function pass(
  req: IncomingMessage,
  res: ServerResponse,
  target: ReturnType<typeof take>,
  again = false,
): void {
  if (!target) return void res.writeHead(502).end();
  proxy.web(req, res, { target: target.url }, () => {
    if (res.destroyed) return;
    target.restsUntil = Date.now() + settings.coolDownMs;
    if (res.headersSent) res.destroy();
    else if (again || !/^(GET|HEAD)$/.test(req.method!)) res.writeHead(502).end();
    else pass(req, res, take(target), true);
  });
}

let stopping = false;
for (const signal of ["SIGTERM", "SIGINT"]) {
  process.once(signal, () => {
    stopping = true;
    server.close();
    setTimeout(() => server.closeAllConnections(), settings.stopWithinMs).unref();
  });
}
server.listen(settings.port);
