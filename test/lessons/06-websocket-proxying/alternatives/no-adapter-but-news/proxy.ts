import { createServer } from "node:http";
import { createProxyServer } from "httpxy";

const target = process.env.TARGET || "http://127.0.0.1:8001";
const proxy = createProxyServer({ target });

const server = createServer(async (req, res) => {
  try {
    await proxy.web(req, res);
  } catch {
    if (res.headersSent) res.destroy();
    else res.writeHead(502).end();
  }
});

server.on("upgrade", async (req, socket, head) => {
  socket.on("error", () => {});
  try {
    await proxy.ws(req, socket, {}, head);
  } catch {
    socket.destroy();
  }
});

server.listen(process.env.PORT || 8080);
