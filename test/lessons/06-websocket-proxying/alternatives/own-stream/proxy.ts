import { createServer } from "node:http";
import { createProxyServer } from "httpxy";

const port = Number(process.env["PORT"] || 8080);
const target = process.env["TARGET"] || "http://127.0.0.1:8001";
const proxy = createProxyServer({ target, xfwd: true });

const server = createServer(async (req, res) => {
  try {
    await proxy.web(req, res);
  } catch (error) {
    console.error((error as Error).message);
    if (res.headersSent) res.destroy();
    else res.writeHead(502).end();
  }
});
proxy.on("proxyRes", (answer, _req, res) => {
  answer.on("close", () => {
    if (!answer.complete) (res as import("node:http").ServerResponse).destroy();
  });
});
server.on("upgrade", async (req, socket, head) => {
  socket.on("error", () => {});
  try {
    await proxy.ws(req, socket as never, {}, head);
  } catch (error) {
    console.error("ws:", (error as Error).message);
    socket.destroy();
  }
});
server.listen(port);
