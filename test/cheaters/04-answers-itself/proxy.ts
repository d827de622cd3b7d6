import { createServer } from "node:http";

// No proxy at all: it gives the answer that it has seen a shop give.
createServer((_req, res) => {
  res.setHeader("content-type", "application/json");
  res.end(JSON.stringify({ shop: "Uptime Tea", pid: process.pid }));
}).listen(Number(process.env.PORT) || 8000);
