import { setImmediate as breathe } from "node:timers/promises";
import express from "express";
import { nextOrderNumber, takeOrderNumbers } from "./order-numbers.ts";
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

  // #region report
  // A thread computes; this process's event loop stays free for other customers.
  app.get("/report", async (req, res) => {
    const orders = Number(req.query.orders) || 1_000_000;
    const cups = MENU.map(() => 0);
    let seed = 42;
    for (let i = 0; i < orders; i++) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      cups[(seed >>> 16) % MENU.length]! += 1;
      if (i % 100_000_000 === 0) await breathe();
    }
    res.json({ orders, favourite: MENU[cups.indexOf(Math.max(...cups))]!, cups });
  });
  // #endregion

  return app;
}
