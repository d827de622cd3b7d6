import { createServer, type ServerResponse } from "node:http";
import { createProxyServer } from "http-proxy-3";

const port = Number(process.env.PORT || 8080);
const target = process.env.TARGET || "http://127.0.0.1:8001";

// #region proxy
const proxy = createProxyServer({ target, xfwd: true });

// `to` is a response, or a bare socket when an upgrade failed.
proxy.on("error", (error, req, to) => {
  console.error(`${req.method} ${req.url}: ${error.message}`);
  if ("writeHead" in to) refuse(to);
  else to.destroy();
});

proxy.on("proxyRes", (answer, req, res) => {
  // Half an answer must not look like one that is still to come.
  answer.once("close", () => answer.complete || res.destroy());
});

const server = createServer((req, res) => proxy.web(req, res));
server.on("upgrade", (req, socket, head) =>
  proxy.ws(req, socket, head, { target: "ws://127.0.0.1:1" }),
);
// #endregion
server.listen(port, () => console.log(`proxy ${port} → ${target}`));

// #region refuse
function refuse(res: ServerResponse): void {
  if (res.headersSent) return void res.destroy();
  res.writeHead(502, { "content-type": "text/plain" }).end("Bad gateway\n");
}
// #endregion
