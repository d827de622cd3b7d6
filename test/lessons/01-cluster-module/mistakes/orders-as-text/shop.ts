import { Worker } from "node:worker_threads";
import { once } from "node:events";
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
    const orders = req.query.orders ?? 1_000_000;
    const thread = new Worker(new URL("./report-thread.ts", import.meta.url), {
      workerData: orders,
    });
    const [report] = await once(thread, "message");
    res.json(report);
  });
  // #endregion

  return app;
}
