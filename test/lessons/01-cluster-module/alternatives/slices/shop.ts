import { setImmediate as otherCustomers } from "node:timers/promises";
import express from "express";
import { nextOrderNumber } from "./order-numbers.ts";
import { MENU } from "./report.ts";

const SLICE = 500_000;

/** The same computation as in report.ts, in short slices: between two of them, other requests get their turn. */
async function favouriteInSlices(orders: number): Promise<object> {
  const cups = MENU.map(() => 0);
  let seed = 42;
  for (let done = 0; done < orders; done += SLICE) {
    for (let i = Math.min(SLICE, orders - done); i > 0; i--) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      cups[(seed >>> 16) % MENU.length]! += 1;
    }
    await otherCustomers();
  }
  return { orders, favourite: MENU[cups.indexOf(Math.max(...cups))], cups };
}

export function shop(): express.Express {
  const app = express();
  app.get("/", (_req, res) => void res.json({ shop: "Uptime Tea", pid: process.pid }));
  app.get("/menu", (_req, res) => void res.json(MENU));
  app.post(
    "/orders",
    async (_req, res) => void res.status(201).json({ number: await nextOrderNumber() }),
  );
  app.get("/report", async (req, res) => {
    res.json(await favouriteInSlices(Number(req.query.orders) || 1_000_000));
  });
  return app;
}
