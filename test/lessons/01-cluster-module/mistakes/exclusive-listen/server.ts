import { createServer } from "node:http";
import cluster from "node:cluster";
import { availableParallelism } from "node:os";
import express from "express";
import { favourite, MENU } from "./report.ts";

const port = Number(process.env.PORT) || 3000;
let lastOrder = 0;

if (cluster.isPrimary) {
  for (let i = 0; i < availableParallelism(); i++) cluster.fork();
} else {
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

  app.get("/report", (req, res) => {
    res.json(favourite(Number(req.query.orders) || 1_000_000));
  });

  // "Exclusive", so that two workers don't get in each other's way.
  const server = createServer(app);
  server.on("error", (error) => console.error(`worker ${process.pid}: ${error.message}`));
  server.listen({ port, exclusive: true }, () => console.log(`worker ${process.pid} is ready`));
}
