import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { once } from "node:events";
import { join } from "node:path";
import sirv from "sirv";

/** Only this machine may ask: a page of a foreign site that resolves to 127.0.0.1 sends its own name as Host. */
const OURS = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** Files that have a hash of their content in their name: a browser need never ask for them again. */
const HASHED = /^\/(zh-TW\/)?assets\/.*\.[0-9a-f]{8,}\.\w+$/;

/**
 * Serves the built site on 127.0.0.1.
 * @throws the listen error, e.g. with code EADDRINUSE.
 */
export async function serveSite(folder: string, port: number): Promise<Server> {
  // dev: read files at each request, so that a site built anew needs no restart.
  const files = sirv(folder, {
    dev: true,
    extensions: ["html"],
    setHeaders(res, path) {
      if (HASHED.test(path)) res.setHeader("cache-control", "public, max-age=31536000, immutable");
    },
  });
  const server = createServer((req, res) => {
    if (!OURS.test(req.headers.host ?? "")) return refuse(res);
    files(req, res, () => notFound(folder, req, res));
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return server;
}

function refuse(res: ServerResponse): void {
  res.writeHead(421, { "content-type": "text/plain" }).end("This server answers 127.0.0.1 only.\n");
}

function notFound(folder: string, req: IncomingMessage, res: ServerResponse): void {
  const language = req.url?.startsWith("/zh-TW/") ? "zh-TW" : ".";
  res.writeHead(404, { "content-type": "text/html; charset=utf-8" });
  res.end(req.method === "HEAD" ? "" : readFileSync(join(folder, language, "404.html")));
}
