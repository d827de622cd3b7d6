import { createServer, request, type ServerResponse } from "node:http";
import { pipeline } from "node:stream";
import { createProxyServer } from "http-proxy-3";

const port = Number(process.env.PORT || 8080);
const target = process.env.TARGET || "http://127.0.0.1:8001";

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
server.on("upgrade", ({ url, method, headers }, socket, head) => {
  const upstream = request(new URL(url ?? "/", target), { method, headers });
  // A server that refuses sends an ordinary answer, for which nobody listens here.
  upstream.on("upgrade", ({ rawHeaders }, other, first) => {
    const lines = ["HTTP/1.1 101 Switching Protocols"];
    for (let i = 0; i < rawHeaders.length; i += 2) {
      lines.push(`${rawHeaders[i]}: ${rawHeaders[i + 1]}`);
    }
    socket.write(`${lines.join("\r\n")}\r\n\r\n`);
    socket.write(first);
    other.write(head);
    pipeline(other, socket, other, () => {
      other.destroy();
      socket.destroy();
    });
  });
  upstream.on("error", () => socket.destroy());
  socket.on("error", () => upstream.destroy());
  upstream.end();
});
server.listen(port, () => console.log(`proxy ${port} → ${target}`));

function refuse(res: ServerResponse): void {
  if (res.headersSent) return void res.destroy();
  res.writeHead(502, { "content-type": "text/plain" }).end("Bad gateway\n");
}
