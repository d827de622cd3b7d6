import { createServer } from "node:http";
import { connect } from "node:net";
const port = Number(process.env.PORT || 8080);
const target = new URL(process.env.TARGET || "http://127.0.0.1:8001");

// An answer is passed on when all of it is here.
const server = createServer(async (req, res) => {
  try {
    const pieces: Buffer[] = [];
    for await (const piece of req) pieces.push(piece);
    const headers = new Headers({ "x-forwarded-for": req.socket.remoteAddress ?? "" });
    for (const name of ["content-type", "accept", "cookie", "authorization"]) {
      const value = req.headers[name];
      if (value) headers.set(name, String(value));
    }
    const body = pieces.length > 0 ? Buffer.concat(pieces) : undefined;
    const answer = await fetch(new URL(req.url!, target), {
      method: req.method,
      headers,
      body,
      redirect: "manual",
    });
    const content = Buffer.from(await answer.arrayBuffer());
    res.writeHead(answer.status, {
      "content-type": answer.headers.get("content-type") ?? "application/octet-stream",
      "content-length": content.length,
    });
    res.end(content);
  } catch {
    res.writeHead(502, { "content-type": "text/plain" }).end("Bad gateway\n");
  }
});
server.on("upgrade", (req, client, head) => {
  const upstream = connect(Number(target.port), target.hostname, () => {
    const lines = [`${req.method} ${req.url} HTTP/1.1`];
    for (let i = 0; i < req.rawHeaders.length; i += 2)
      lines.push(`${req.rawHeaders[i]}: ${req.rawHeaders[i + 1]}`);
    upstream.write(lines.join("\r\n") + "\r\n\r\n");
    upstream.write(head);
    upstream.pipe(client);
    client.pipe(upstream);
  });
  const close = () => {
    upstream.destroy();
    client.destroy();
  };
  for (const one of [client, upstream]) one.on("error", close).on("close", close);
});
server.listen(port);
