import { fork } from "node:child_process";
import express, { Router } from "express";
import { nextOrderNumber, takeOrderNumbers } from "./order-numbers.ts";
import { MENU } from "./report.ts";

/** The report is computed in a process that serves nobody and ends after its answer. */
const reports = Router().get("/report", (req, res, next) => {
  const orders = Number(req.query.orders) || 1_000_000;
  const clerk = fork(new URL("./report-process.ts", import.meta.url), [String(orders)]);
  clerk.once("message", (report) => res.json(report));
  clerk.once("error", next);
  res.once("close", () => clerk.kill());
});

export function shop(): express.Express {
  takeOrderNumbers();
  return express()
    .use(reports)
    .get("/", (_req, res) => void res.json({ shop: "Uptime Tea", pid: process.pid }))
    .get("/menu", (_req, res) => void res.json(MENU))
    .post("/orders", (_req, res, next) => {
      nextOrderNumber().then((number) => res.status(201).json({ number }), next);
    });
}
