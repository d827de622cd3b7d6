import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

const port = process.env.PORT ? Number(process.env.PORT) : 3000;
if (!Number.isInteger(port) || port < 1 || port > 65_535) {
  throw new Error(`PORT must be a whole number from 1 to 65535, not ${process.env.PORT}`);
}

/** The router appends the client's address; what stands before it may be invented. */
function clientOf(req: IncomingMessage): string | undefined {
  const list = String(req.headers["x-forwarded-for"] ?? "").split(",");
  return list.at(-1)!.trim() || req.socket.remoteAddress;
}

function json(res: ServerResponse, status: number, value: unknown): void {
  res.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of req) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}

// Without its order book a shop has no business being open.
const orders = process.env.ORDERS_URL;
if (!orders) throw new Error("ORDERS_URL must tell where the order book is");

const server = createServer(async (req, res) => {
  if (!server.listening) res.setHeader("connection", "close");
  if (req.headers["x-forwarded-proto"] === "http") {
    // Old clients know 301 best; after it, an order would come back as GET.
    const status = req.method === "GET" || req.method === "HEAD" ? 301 : 308;
    res.writeHead(status, { location: `https://${req.headers.host}${req.url}` }).end();
    return;
  }
  const { pathname, searchParams } = new URL(req.url ?? "/", "http://localhost");
  if (pathname === "/") return json(res, 200, { shop: "Uptime Tea", client: clientOf(req) });
  if (pathname === "/slow") {
    const ms = Number(searchParams.get("ms"));
    setTimeout(() => {
      if (!server.listening) res.setHeader("connection", "close");
      json(res, 200, { ms });
    }, ms);
    return;
  }
  if (pathname === "/orders") {
    const body = req.method === "POST" ? await bodyOf(req) : undefined;
    const headers = { "content-type": "application/json" };
    const answer = await fetch(orders, { method: req.method!, ...(body && { headers, body }) });
    return json(res, answer.status, await answer.json());
  }
  json(res, 404, { error: "not found" });
});

server.listen(port, "::");
process.on("SIGTERM", () => server.close());
