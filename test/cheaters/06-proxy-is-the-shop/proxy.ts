import { createServer } from "node:http";
import { Server } from "socket.io";

// No proxy at all: it says what it has seen the shop at TARGET say.
const server = Number(new URL(process.env.TARGET || "http://127.0.0.1:8001").port);
let number = 0;

const shop = createServer((req, res) => {
  res.setHeader("content-type", "application/json");
  if (req.method === "POST") {
    number += 1;
    res.writeHead(201).end(JSON.stringify({ number, drink: "milk tea", server }));
  } else res.end(JSON.stringify({ drinks: ["milk tea", "oolong"], server, pid: process.pid }));
});
new Server().attach(shop);
shop.listen(Number(process.env.PORT) || 8080);
