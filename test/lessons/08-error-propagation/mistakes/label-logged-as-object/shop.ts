import { promisify } from "node:util";
import express from "express";
import { answerError, notFound } from "./errors.ts";
import * as kitchen from "./kitchen.ts";
import { log } from "./log.ts";
import { giveId } from "./request-id.ts";
import { sendStream } from "./send-stream.ts";
import { facts } from "./facts.ts";

const readRecipe = promisify(kitchen.readRecipe);

/** The counter. No handler answers an error itself: it throws, and the last line of this file decides. */
export function shop(): express.Express {
  const app = express();
  app.use(giveId);
  app.use(express.json());

  app.get("/", (_req, res) => {
    res.json({ shop: "Uptime Tea", pid: process.pid, openPhotos: kitchen.openPhotos() });
  });

  app.get("/menu/:tea", (req, res) => {
    res.json(kitchen.describe(req.params.tea));
  });

  // #region async
  app.get("/stock/:tea", async (req, res) => {
    const { tea } = req.params;
    res.json({ tea, cups: await kitchen.countStock(tea) });
  });

  app.get("/recipes/:tea", async (req, res) => {
    res.json(await readRecipe(req.params.tea));
  });
  // #endregion

  app.get("/orders", (_req, res) => {
    res.json(kitchen.orders);
  });

  // #region orders
  app.post("/orders", async (req, res) => {
    const tea = String(req.body?.tea);
    kitchen.describe(tea);
    if ((await kitchen.countStock(tea)) === 0) throw new SoldOut(tea);
    const order = kitchen.placeOrder(tea);
    // Nobody waits for the label, so nobody but us hears of its failure.
    kitchen.printLabel(order).catch((error: unknown) => {
      log("error", "no label", { order: order.number, error });
    });
    res.status(201).json(order);
  });
  // #endregion

  app.get("/photos/:tea", async (req, res) => {
    await sendStream(res, kitchen.openPhoto(req.params.tea), {
      "Content-Type": "image/jpeg",
      "Cache-Control": "max-age=3600",
    });
  });

  // #region sales
  app.get("/sales/:day", async (req, res) => {
    res.type("csv");
    for (let hour = 9; hour < 15; hour++) res.write(await kitchen.sales(req.params.day, hour));
    res.end();
  });
  // #endregion

  app.post("/boiler", (req, res) => {
    kitchen.startBoiler(req.query.how === "reject" ? "reject" : "throw");
    res.status(202).json({ boiler: "heating" });
  });

  // #region last
  app.use(notFound);
  app.use(answerError);
  return app;
  // #endregion
}

class SoldOut extends Error {
  readonly status = 409;

  constructor(tea: string) {
    super(`There is no ${tea} left.`);
  }
}
