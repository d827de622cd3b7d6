import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface OrderBook {
  /** What a config var gives to the application. */
  url: string;
  orders: unknown[];
  close(): void;
}

/**
 * A backing service for an application to attach: POST appends an order, GET gives all. It outlives every dyno, as a database
 * would.
 */
export async function openOrderBook(): Promise<OrderBook> {
  const orders: unknown[] = [];
  const server = createServer(async (req, res) => {
    if (req.method === "POST") {
      let text = "";
      for await (const piece of req) text += piece;
      orders.push(JSON.parse(text));
    }
    res.writeHead(req.method === "POST" ? 201 : 200, { "content-type": "application/json" });
    res.end(JSON.stringify(req.method === "POST" ? orders.at(-1) : orders));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}/orders`, orders, close };
}
