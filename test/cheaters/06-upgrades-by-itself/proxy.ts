import { createServer, ServerResponse } from "node:http";
import { createProxyServer } from "http-proxy-3";
import { Server } from "socket.io";

const target = process.env.TARGET || "http://127.0.0.1:8001";
const proxy = createProxyServer({ target, xfwd: true });
proxy.on("error", (error, req, res) => {
  if (res instanceof ServerResponse && !res.headersSent) res.writeHead(502).end();
  else res.destroy();
});

// Ordinary requests go on; everything of Socket.IO ends here, where the upgrade is sure to be granted.
const server = createServer((req, res) => proxy.web(req, res));
new Server().attach(server);
server.listen(Number(process.env.PORT) || 8080);
