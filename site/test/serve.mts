import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import path from "node:path";

const types: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Serves a folder on the loopback address. Gives the server and its address. */
export async function serve(folder: string): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = find(folder, asked);
    response.statusCode = file ? 200 : 404;
    const shown = file ?? path.join(folder, "404.html");
    response.setHeader("content-type", types[path.extname(shown)] ?? "text/plain");
    createReadStream(shown).pipe(response);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function find(folder: string, asked: string): string | undefined {
  const file = path.join(folder, path.normalize(asked));
  const isFile = (one: string): boolean => existsSync(one) && statSync(one).isFile();
  return [file, path.join(file, "index.html")].find(isFile);
}
