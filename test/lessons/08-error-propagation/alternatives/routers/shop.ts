import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { STATUS_CODES } from "node:http";
import express, { Router, type ErrorRequestHandler, type RequestHandler } from "express";
import * as kitchen from "./kitchen.ts";
import { log } from "./log.ts";
import { camera } from "./camera.ts";

/** The id of the request that is being served, without passing it through every function. */
const current = new AsyncLocalStorage<string>();

class Failure extends Error {
  readonly status: number;

  constructor(status: number, message: string, cause?: unknown) {
    super(message, { cause });
    this.status = status;
  }

  /** Makes a failure of anything that was thrown. */
  static of(thrown: any): Failure {
    if (thrown instanceof Failure) return thrown;
    const status = STATUS_CODES[thrown?.status] && thrown.status >= 400 ? thrown.status : 500;
    const text = status < 500 ? thrown.message : "The counter is in trouble.";
    return new Failure(status, text, thrown);
  }
}

const identify: RequestHandler = (_req, res, next) => {
  const id = randomUUID().slice(0, 13);
  res.set("X-Request-Id", id);
  current.run(id, next);
};

/** Each area of the shop has a router; errors rise from it to the application. */
const teas = Router()
  .get("/menu/:tea", (req, res) => void res.json(kitchen.describe(req.params.tea)))
  .get("/stock/:tea", async (req, res) => {
    const cups = await kitchen.countStock(req.params.tea);
    res.json({ tea: req.params.tea, cups });
  })
  .get("/recipes/:tea", (req, res, next) => {
    kitchen.readRecipe(req.params.tea, (error, recipe) => {
      if (error) next(new Failure(500, "The recipe can't be read.", error));
      else res.json(recipe);
    });
  })
  .use("/photos", camera);

const till = Router()
  .get("/orders", (_req, res) => void res.json(kitchen.orders))
  .post("/orders", async (req, res) => {
    const { tea } = kitchen.describe(String(req.body?.tea));
    if (!(await kitchen.countStock(tea))) throw new Failure(409, `${tea} is sold out.`);
    const order = kitchen.placeOrder(tea);
    setImmediate(async () => {
      try {
        await kitchen.printLabel(order);
      } catch (error) {
        log("error", String(error));
      }
    });
    res.status(201).json(order);
  })
  .get("/sales/:day", async (req, res) => {
    res.type("csv");
    for (const hour of [9, 10, 11, 12, 13, 14]) {
      res.write(await kitchen.sales(req.params.day, hour));
    }
    res.end();
  });

const lastly: ErrorRequestHandler = (thrown, req, res, next) => {
  const failure = Failure.of(thrown);
  const { status, message, cause = failure } = failure;
  log("error", String(cause), {
    id: current.getStore() ?? res.get("X-Request-Id"),
    path: req.originalUrl,
    stack: (cause as Error)?.stack,
  });
  if (res.headersSent) return next(thrown);
  res.removeHeader("Cache-Control");
  res
    .status(status)
    .type("json")
    .send(JSON.stringify({ error: message }));
};

export function shop(): express.Express {
  const app = express();
  app.use(identify, express.json());
  app.get("/", (_req, res) => {
    res.json({ shop: "Uptime Tea", pid: process.pid, openPhotos: kitchen.openPhotos() });
  });
  app.use(teas, till);
  app.post("/boiler", (req, res) => {
    res.status(202).json({ boiler: "heating" });
    kitchen.startBoiler(req.query.how === "reject" ? "reject" : "throw");
  });
  app.use(() => {
    throw new Failure(404, "There is no such counter.");
  });
  return app.use(lastly);
}
