import { createServer, type Server } from "node:http";
import express, { Router, type Express, type Request, type Response } from "express";

/** One counter of the shop. */
class Counter {
  readonly #port = Number.parseInt(process.env.PORT ?? "8001", 10);
  readonly #app: Express = express();
  #orders = 0;
  #connections = 0;
  readonly #server: Server;

  constructor() {
    this.#app.disable("x-powered-by");
    this.#app.disable("etag");
    this.#app.enable("trust proxy"); // nginx writes these headers anew
    const routes = Router();
    routes.get(
      "/",
      (_q, s) => void s.json({ shop: "Uptime Tea", server: this.#port, pid: process.pid }),
    );
    routes.post(
      "/orders",
      (_q, s) => void s.status(201).json({ number: ++this.#orders, server: this.#port }),
    );
    routes.get("/whoami", (q, s) => this.#who(q, s));
    routes.get("/slow", async (q, s) => {
      await new Promise((done) => setTimeout(done, Number(q.query.ms) || 1000));
      s.json({ server: this.#port });
    });
    routes.get(
      "/connections",
      (_q, s) => void s.json({ server: this.#port, connections: this.#connections }),
    );
    routes.get("/poison", () => {
      console.error(`server ${this.#port} dies of a request`);
      process.exit(1);
    });
    routes.get("/livez", (_q, s) => void s.send("ok"));
    this.#app.use((q, _s, next) => {
      console.log(JSON.stringify({ at: new Date(), ip: q.ip, method: q.method, path: q.url }));
      next();
    }, routes);
    this.#server = createServer({ keepAliveTimeout: 300_000 }, this.#app);
    this.#server.on("connection", (socket) => {
      this.#connections++;
      socket.setNoDelay(true);
    });
  }

  open(): void {
    this.#server.listen(this.#port, "127.0.0.1", () => console.log("listening", this.#port));
    for (const s of ["SIGTERM", "SIGINT"] as const)
      process.once(s, () => this.#server.close(() => process.exit(0)));
  }

  #who(q: Request, s: Response) {
    s.json({ ip: q.ip, protocol: q.protocol, hostname: q.hostname, server: this.#port });
  }
}

new Counter().open();
