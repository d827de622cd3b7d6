import { Worker } from "node:worker_threads";
import { once } from "node:events";
import express from "express";
import { MENU } from "./report.ts";

let lastOrder = 0;

/** The web application that every worker runs. */
export function shop(): express.Express {
  const app = express();

  app.get("/", (_req, res) => {
    res.json({ shop: "Uptime Tea", pid: process.pid });
  });

  app.get("/menu", (_req, res) => {
    res.json(MENU);
  });

  app.post("/orders", (_req, res) => {
    lastOrder += 1;
    res.status(201).json({ number: lastOrder, pid: process.pid });
  });

  // #region report
  // A thread computes; this process's event loop stays free for other customers.
  app.get("/report", async (req, res) => {
    const orders = Number(req.query.orders) || 1_000_000;
    const thread = new Worker(new URL("./report-thread.ts", import.meta.url), {
      workerData: orders,
    });
    const [report] = await once(thread, "message");
    res.json(report);
  });
  // #endregion

  return app;
}
