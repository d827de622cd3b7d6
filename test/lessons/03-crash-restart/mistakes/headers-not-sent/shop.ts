import cluster from "node:cluster";
import { existsSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { settings } from "./settings.ts";

/** Opens the tea counter on the port. This file is not part of the tasks. */
export function openShop(): Server {
  if (settings.bootFailsIf && existsSync(settings.bootFailsIf)) {
    console.error(`worker ${process.pid} can't boot: ${settings.bootFailsIf} exists`);
    process.exit(1);
  }
  const server = createServer(answer);
  // Load balancers keep idle connections for a minute; the server must keep them longer.
  server.keepAliveTimeout = 65_000;
  return server.listen(settings.port);
}

function answer(req: IncomingMessage, res: ServerResponse): void {
  const url = new URL(req.url ?? "/", "http://localhost");
  const { pid } = process;
  switch (`${req.method} ${url.pathname}`) {
    case "GET /":
      return json(res, 200, { shop: "Uptime Tea", pid });

    // An order that takes so many milliseconds: /slow?ms=2000
    case "GET /slow": {
      const ms = Number(url.searchParams.get("ms")) || 1000;
      setTimeout(() => json(res, 200, { ms, pid }), ms);
      return;
    }

    // The live order board: an answer that never ends (server-sent events).
    case "GET /board":
      res.writeHead(200, { "content-type": "text/event-stream" });
      return;

    // A bug: it throws after the answer, outside the request, where nobody can catch it.
    case "POST /crash":
      json(res, 202, { crashing: pid });
      res.on("finish", () =>
        setImmediate(() => {
          throw new Error("the tea machine exploded");
        }),
      );
      return;

    // A planned stop: this worker leaves the cluster, and ends when its work is done.
    case "POST /retire":
      json(res, 202, { retiring: pid });
      res.on("finish", () => cluster.worker?.disconnect());
      return;

    default:
      return json(res, 404, { error: "not found" });
  }
}

function json(res: ServerResponse, status: number, body: object): void {
  res.writeHead(status, { "content-type": "application/json" });
  res.end(JSON.stringify(body));
}
