import cluster from "node:cluster";
import { createServer } from "node:http";
import { readPort } from "./port.ts";
import { shop } from "./shop.ts";

const port = readPort(process.env.PORT);

if (cluster.isPrimary) {
  let stopping = false;
  const size = Number(process.env.WEB_CONCURRENCY) || 2;
  for (let i = 0; i < size; i++) cluster.fork();
  cluster.on("exit", () => {
    if (!stopping) cluster.fork();
  });
  process.on("SIGTERM", () => {
    stopping = true;
    cluster.disconnect();
  });
} else {
  process.on("SIGTERM", () => {}); // the primary decides
  const server = createServer(shop());
  server.keepAliveTimeout = 95_000;
  server.prependListener("request", (req, res) => {
    res.once("finish", () => {
      if (!server.listening) req.socket.end();
    });
  });
  server.listen({ port, host: "::" });
}
