import net from "node:net";
import cluster from "node:cluster";
import { openShop } from "./shop.ts";

const server = openShop();
let leaving = false;

server.prependListener("request", (req, res) => {
  if (leaving) res.setHeader("Connection", "close");
  res.on("finish", () => leaving && req.socket.end());
});

// net's close() only stops accepting; the one of http also destroys connections that have not sent a request yet.
process.on("message", (message) => {
  if (message !== "leave") return;
  leaving = true;
  net.Server.prototype.close.call(server, () => cluster.worker!.disconnect());
  setTimeout(() => server.closeIdleConnections(), 50);
});

process.on("SIGTERM", () => {});
process.on("SIGINT", () => {});
