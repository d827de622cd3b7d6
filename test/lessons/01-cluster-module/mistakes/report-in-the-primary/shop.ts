import express from "express";
import { nextOrderNumber, reportOf, takeOrderNumbers } from "./order-numbers.ts";
import { MENU } from "./report.ts";

/** The web application that every worker runs. It keeps no state of its own. */
export function shop(): express.Express {
  const app = express();
  takeOrderNumbers();

  app.get("/", (_req, res) => {
    res.json({ shop: "Uptime Tea", pid: process.pid });
  });

  app.get("/menu", (_req, res) => {
    res.json(MENU);
  });

  app.post("/orders", async (_req, res) => {
    res.status(201).json({ number: await nextOrderNumber(), pid: process.pid });
  });

  // The primary has nothing else to do.
  app.get("/report", async (req, res) => {
    res.json(await reportOf(Number(req.query.orders) || 1_000_000));
  });

  return app;
}
