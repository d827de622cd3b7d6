import express from "express";
import helmet from "helmet";
import { addOrder, allOrders } from "./orders.ts";
import { alwaysHttps } from "./https.ts";

/** The tea counter. */
export function shop(): express.Express {
  const app = express();
  // #region trust
  // One proxy stands in front: the router. What it says of the client is true;
  // what stands before that, anybody may have written.
  app.set("trust proxy", "loopback");
  // #endregion
  app.use(helmet());
  app.use(alwaysHttps);
  app.use(express.json());

  app.get("/", (req, res) => {
    const { pid } = process;
    res.json({ shop: "Uptime Tea", pid, client: req.ip, protocol: req.protocol });
  });

  // An order that takes so many milliseconds: /slow?ms=2000
  app.get("/slow", (req, res) => {
    const ms = Number(req.query.ms) || 1000;
    setTimeout(() => res.json({ ms }), ms);
  });

  app.get("/orders", async (_req, res) => {
    res.json(await allOrders());
  });

  app.post("/orders", async (req, res) => {
    const order = { drink: String(req.body?.drink ?? "pearl milk tea") };
    await addOrder(order);
    res.status(201).json(order);
  });

  return app;
}
