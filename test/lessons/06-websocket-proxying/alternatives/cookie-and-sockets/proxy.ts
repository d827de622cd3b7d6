import { createServer, request } from "node:http";
import { connect, type Socket } from "node:net";
import { pipeline } from "node:stream";

// Without a library: a request is asked again, an upgrade is two sockets joined.
const target = new URL(process.env.TARGET || "http://127.0.0.1:8001");

const server = createServer((req, res) => {
  const { method, headers, url } = req;
  const ahead = request({ host: target.hostname, port: target.port, path: url, method, headers });
  ahead.on("response", (answer) => {
    res.writeHead(answer.statusCode!, answer.headers);
    pipeline(answer, res, () => {});
  });
  ahead.on("error", () => (res.headersSent ? res.destroy() : res.writeHead(502).end()));
  res.on("close", () => ahead.destroy());
  req.pipe(ahead);
});

server.on("upgrade", (req, client, head) => {
  const upstream: Socket = connect(Number(target.port), target.hostname);
  const lines = [`${req.method} ${req.url} HTTP/1.1`];
  for (let i = 0; i < req.rawHeaders.length; i += 2)
    lines.push(`${req.rawHeaders[i]}: ${req.rawHeaders[i + 1]}`);
  upstream.write(`${lines.join("\r\n")}\r\n\r\n`);
  upstream.write(head);
  pipeline(upstream, client, () => upstream.destroy());
  pipeline(client, upstream, () => client.destroy());
});

server.listen(process.env.PORT || 8080);
