import express from "express4";
import type { NextFunction, Request, RequestHandler, Response } from "express";
import { answerError, notFound } from "./errors.ts";
import { facts } from "./facts.ts";
import * as kitchen from "./kitchen.ts";
import { log } from "./log.ts";
import { giveId } from "./request-id.ts";
import { sendStream } from "./send-stream.ts";

type Handler = (req: Request, res: Response, next: NextFunction) => unknown;

/** Express 4 does not look at what a handler returns. This does, and never hands on an empty reason. */
const awaited =
  (handler: Handler): RequestHandler =>
  async (req, res, next) => {
    try {
      await handler(req, res, next);
    } catch (error) {
      next(error ?? new Error("failed without a reason"));
    }
  };

export function shop() {
  const app = express();
  app.use(giveId);
  app.use(express.json());

  app.get("/", (_req, res) => {
    res.json({ shop: "Uptime Tea", pid: process.pid, openPhotos: kitchen.openPhotos() });
  });
  app.get("/menu/:tea", (req, res) => res.json(kitchen.describe(req.params.tea)));
  app.get(
    "/stock/:tea",
    awaited(async ({ params: { tea } }, res) =>
      res.json({ tea, cups: await kitchen.countStock(tea) }),
    ),
  );
  app.get("/recipes/:tea", (req, res, next) => {
    kitchen.readRecipe(req.params.tea, (error, recipe) => (error ? next(error) : res.json(recipe)));
  });
  app.get("/orders", (_req, res) => res.json(kitchen.orders));
  app.post("/orders", awaited(placeOrder));
  app.get(
    "/photos/:tea",
    awaited((req, res) =>
      sendStream(res, kitchen.openPhoto(req.params.tea), {
        "Content-Type": "image/jpeg",
        "Cache-Control": "public, max-age=86400",
      }),
    ),
  );
  app.get(
    "/sales/:day",
    awaited(async (req, res) => {
      res.type("csv");
      for (let hour = 9; hour < 15; hour++) res.write(await kitchen.sales(req.params.day, hour));
      res.end();
    }),
  );
  app.post("/boiler", (req, res) => {
    kitchen.startBoiler(req.query.how === "reject" ? "reject" : "throw");
    res.status(202).json({ boiler: "heating" });
  });

  app.use(notFound);
  app.use(answerError);
  return app;
}

async function placeOrder(req: Request, res: Response): Promise<void> {
  const { tea } = req.body;
  kitchen.describe(tea);
  const cups = await kitchen.countStock(tea);
  if (cups === 0) throw Object.assign(new Error(`There is no ${tea} left.`), { status: 409 });
  const order = kitchen.placeOrder(tea);
  res.status(201).json(order);
  await kitchen.printLabel(order).catch((error) => log("error", "no label", facts(error)));
}
