import http from "node:http";
import httpProxy from "http-proxy";

const port = Number(process.env.PORT || 8080);
const target = process.env.TARGET || "http://127.0.0.1:8001";

const proxy = httpProxy.createProxyServer({ target, ws: true });

proxy.on("error", (error, req, res) => {
  console.error(error.message);
  if (res instanceof http.ServerResponse) {
    if (res.headersSent) res.destroy();
    else res.writeHead(502).end("Bad gateway");
  } else {
    res.end("HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\n\r\n");
  }
});

proxy.on("proxyRes", (proxyRes, req, res) => {
  proxyRes.on("aborted", () => res.destroy());
});

const server = http.createServer(function (req, res) {
  proxy.web(req, res);
});
server.on("upgrade", function (req, socket, head) {
  proxy.ws(req, socket, head);
});
server.listen(port);
