import express from "express";
import { favourite, MENU } from "./report.ts";

const port = Number(process.env.PORT) || 3000;
const app = express();
let lastOrder = 0;

// Who answers? Every answer of the counter's front page carries the process id.
app.get("/", (_req, res) => {
  res.json({ shop: "Uptime Tea", pid: process.pid });
});

app.get("/menu", (_req, res) => {
  res.json(MENU);
});

// Every order gets the next number: 1, 2, 3 …
app.post("/orders", (_req, res) => {
  lastOrder += 1;
  res.status(201).json({ number: lastOrder, pid: process.pid });
});

// The yearly report: pure computation, no waiting.
app.get("/report", (req, res) => {
  res.json(favourite(Number(req.query.orders) || 1_000_000));
});

app.listen(port, () => {
  console.log(`counter open on port ${port}, process ${process.pid}`);
});
