import express, { type ErrorRequestHandler, type Express } from "express";
import { join } from "node:path";
import { addOrder, type Order } from "./orders.ts";
import { settings } from "./settings.ts";

/** The tea counter without its live board. `announce` is called with each new order. This file is not part of the tasks. */
export function openCounter(announce: (order: Order) => void): Express {
  const app = express();
  app.use(express.json());

  app.get("/", (req, res) => res.sendFile(join(import.meta.dirname, "board.html")));
  app.get(
    "/menu",
    (req, res) =>
      void res.json({ drinks: ["milk tea", "oolong"], server: settings.port, pid: process.pid }),
  );

  // An answer that takes so many milliseconds: /slow?ms=2000
  app.get("/slow", (req, res) => {
    const ms = Number(req.query["ms"]) || 1000;
    setTimeout(() => res.json({ ms, server: settings.port }), ms);
  });

  app.post("/orders", async (req, res) => {
    const order = await addOrder(String(req.body?.drink ?? "milk tea"));
    announce(order);
    res.status(201).json({ ...order, server: settings.port });
  });

  const closed: ErrorRequestHandler = (error, req, res, next) => {
    if (res.headersSent) return next(error);
    res.status(503).json({ error: "the counter is closed for a moment" });
  };
  return app.use(closed);
}
