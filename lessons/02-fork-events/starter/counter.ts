import cluster from "node:cluster";
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { describe, makeNews, type News } from "./news.ts";
import { settings } from "./settings.ts";

export type { News };

export interface Counter {
  /** The news that this counter heard from the others. */
  heard: News[];
  /** Tells the other counters. */
  announce(news: News): void;
}

type Route = (query: URLSearchParams, res: ServerResponse) => object | Promise<object>;

const { season } = parseArgs({
  options: { season: { type: "string", default: "all year" } },
}).values;
const id = cluster.worker?.id ?? 0;
const name = process.env.COUNTER ?? "a counter without a name";

/** Opens one counter of the shop: the web server that every worker runs. You need not change it. */
export async function openCounter({ heard, announce }: Counter): Promise<void> {
  const routes: Record<string, Route> = {
    "GET /": () => ({ shop: "Uptime Tea", pid: process.pid, counter: name, season }),

    "GET /brew": async (query) => {
      await pause(Number(query.get("ms")) || 1000);
      return { cup: "taro milk" };
    },

    // A receipt is printed in pieces, as real programs do.
    "POST /receipt": async () => {
      process.stdout.write("receipt: taro ");
      await pause(50);
      process.stdout.write("milk\nreceipt: total 65\n");
      return {};
    },

    "POST /announce": (query) => {
      const news = makeNews(id, query.get("text") ?? "the pearls are ready");
      announce(news);
      return { news: describe(news) };
    },
    "GET /heard": () => ({ heard: heard.map(describe) }),

    // Four ways to end: planned, by its own decision, by an error, and (for task stop) not at all.
    "POST /leave": after(() => cluster.worker?.disconnect()),
    "POST /exit": after((query) => process.exit(Number(query.get("code")))),
    "POST /throw": after(() => {
      throw new Error("the sealing machine is jammed");
    }),
    "POST /stay": () => {
      process.on("SIGTERM", () => console.log("not yet, I am counting the cash"));
      setInterval(() => {}, 1000);
      return {};
    },
  };

  const server = createServer(async (req, res) => {
    const { pathname, searchParams } = new URL(req.url!, "http://counter");
    const route = routes[`${req.method} ${pathname}`];
    const answer = route ? await route(searchParams, res) : { error: "no such route" };
    res.writeHead(route ? 200 : 404, { "content-type": "application/json" });
    res.end(`${JSON.stringify({ worker: id, ...answer })}\n`);
  });

  await pause(settings.workerStartMs);
  server.listen(settings.port);
  await once(server, "listening");
}

/** Does something as soon as the answer has gone out. */
function after(act: (query: URLSearchParams) => void): Route {
  return (query, res) => {
    res.on("finish", () => setImmediate(act, query));
    return {};
  };
}
