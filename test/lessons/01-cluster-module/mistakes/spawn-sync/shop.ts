import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import express from "express";
import { nextOrderNumber, takeOrderNumbers } from "./order-numbers.ts";
import { MENU } from "./report.ts";

const path = fileURLToPath(new URL("./print-report.ts", import.meta.url));

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

  // A process of its own computes.
  app.get("/report", (req, res) => {
    const orders = Number(req.query.orders) || 1_000_000;
    const json = execFileSync(process.execPath, [path, String(orders)], { encoding: "utf8" });
    res.type("json").send(json);
  });

  return app;
}
