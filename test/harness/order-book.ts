import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

const PATH = "/orders";

export interface OrderBook {
  /** What a config var gives to the application. */
  url: string;
  orders: unknown[];
  /** The Content-Type of each order that came, also of those that it did not take. */
  types: string[];
  /** What would have written somewhere else than by POST at `url`, such as "PUT /orders": all of it was refused. */
  strays: string[];
  /** Answers each order with this status from now on, and forgets it. */
  refuse(status: number): void;
  close(): void;
}

/**
 * A backing service for an application to attach: POST appends an order, GET gives all. It outlives every dyno, as a database
 * would.
 */
export async function openOrderBook(): Promise<OrderBook> {
  const orders: unknown[] = [];
  const types: string[] = [];
  const strays: string[] = [];
  let refusal: number | undefined;
  const server = createServer(async (req, res) => {
    const answer = (status: number, value: unknown) =>
      res.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    const path = req.url!.split("?")[0]!;
    const there = path.replace(/\/$/, "") === PATH;
    const reads = req.method === "GET" || req.method === "HEAD";
    if (!reads && !(there && req.method === "POST")) strays.push(`${req.method} ${path}`);
    if (!there) return answer(404, { error: `the order book is at ${PATH}` });
    if (reads) return answer(200, orders);
    if (req.method !== "POST") return answer(405, { error: "POST appends an order" });
    const order = await orderIn(req);
    types.push(req.headers["content-type"] ?? "");
    if (refusal) return answer(refusal, { error: "no more orders" });
    if (order === undefined) return answer(400, { error: "an order is written in JSON" });
    orders.push(order);
    answer(201, order);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${PATH}`,
    orders,
    types,
    strays,
    refuse: (status) => (refusal = status),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** What a request brings; undefined when it is no JSON, or is broken off. */
async function orderIn(req: IncomingMessage): Promise<unknown> {
  try {
    let text = "";
    for await (const piece of req.setEncoding("utf8")) text += piece;
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
