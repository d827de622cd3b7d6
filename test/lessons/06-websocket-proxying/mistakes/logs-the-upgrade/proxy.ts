import { createServer } from "node:http";
import { connect } from "node:net";
import { createProxyServer } from "http-proxy-3";

const port = Number(process.env.PORT || 8080);
const target = process.env.TARGET || "http://127.0.0.1:8001";
const { hostname, port: targetPort } = new URL(target);

const proxy = createProxyServer({ target, xfwd: true });
proxy.on("error", (error, req, to) => {
  console.error(`${req.method} ${req.url}: ${error.message}`);
  if ("writeHead" in to && !to.headersSent) to.writeHead(502).end("Bad gateway\n");
  else to.destroy();
});
proxy.on("proxyRes", (answer, req, res) => {
  answer.once("close", () => answer.complete || res.destroy());
});

const server = createServer((req, res) => proxy.web(req, res));
server.on("upgrade", (req, client, head) => {
  const upstream = connect(Number(targetPort), hostname);
  const headers = req.rawHeaders.map((word, i) => word + (i % 2 === 0 ? ": " : "\r\n")).join("");
  upstream.write(`${req.method} ${req.url} HTTP/1.1\r\n${headers}\r\n`);
  upstream.write(head);
  upstream.pipe(client).pipe(upstream);
  for (const socket of [client, upstream])
    socket.on("error", (error) => console.error(`${req.url}: ${error.message}`));
});
server.listen(port, () => console.log(`proxy ${port} → ${target}`));
