import { createInterface } from "node:readline";
import { connect } from "node:net";
import { Worker } from "node:worker_threads";
import express, { type Response } from "express";
import { MENU } from "./report.ts";

const desk = connect(Number(process.env.ORDER_DESK), "127.0.0.1");
// TCP keeps the order: the first answer belongs to the first question.
const queue: Response[] = [];
createInterface({ input: desk }).on("line", (line) => {
  queue
    .shift()!
    .status(201)
    .json({ number: Number(line) });
});

const app = express();
app.get("/", (_req, res) => void res.json({ pid: process.pid }));
app.get("/menu", (_req, res) => void res.json(MENU));
app.post("/orders", (_req, res) => {
  queue.push(res);
  desk.write("next\n");
});
app.get("/report", (req, res, next) => {
  const workerData = Number(req.query.orders) || 1_000_000;
  new Worker(new URL("./report-thread.ts", import.meta.url), { workerData })
    .on("message", (report) => res.json(report))
    .on("error", next);
});
app.listen(Number(process.env.PORT) || 3000).on("error", () => process.send!("no port"));
