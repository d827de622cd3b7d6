import { createServer, request } from "node:http";
import { createProxyServer } from "http-proxy-3";
const port = Number(process.env.PORT || 8080);
const target = process.env.TARGET || "http://127.0.0.1:8001";
const proxy = createProxyServer({ target, xfwd: true });
proxy.on("error", (error, req, to) => {
  if ("writeHead" in to && !to.headersSent) to.writeHead(502).end();
  else to.destroy();
});
proxy.on("proxyRes", (answer, req, res) => {
  answer.once("close", () => answer.complete || res.destroy());
});
const server = createServer((req, res) => proxy.web(req, res));
server.on("upgrade", (req, socket, head) => {
  const ahead = request(new URL(req.url!, target), { headers: req.headers });
  ahead.on("error", () => socket.destroy());
  ahead.on("response", (answer) => {
    socket.end(`HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}\r\n\r\n`);
    answer.resume();
  });
  ahead.on("upgrade", (_answer, backend, first) => {
    const lines = ["HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade"];
    socket.write(`${lines.join("\r\n")}\r\n\r\n`);
    socket.write(first);
    backend.write(head);
    backend.on("error", () => socket.destroy()).on("close", () => socket.destroy());
    socket.on("error", () => backend.destroy()).on("close", () => backend.destroy());
    backend.pipe(socket);
    socket.pipe(backend);
  });
  ahead.end();
});
server.listen(port);
