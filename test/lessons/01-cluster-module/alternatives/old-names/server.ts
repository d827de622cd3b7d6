// One file, callbacks, and the names of older Node.js versions.
import cluster from "node:cluster";
import os from "node:os";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import express from "express";
import { favourite, MENU } from "./report.ts";

const port = process.env.PORT || 3000;

// A thread has no parent in the cluster: here isMaster is true, so this question comes first.
if (!isMainThread) {
  parentPort!.postMessage(favourite(workerData));
} else if (cluster.isMaster) {
  const wanted = process.env.WEB_CONCURRENCY || String(os.availableParallelism());
  if (!/^0*[1-9][0-9]*$/.test(wanted)) {
    console.log(`WEB_CONCURRENCY=${wanted} is no positive whole number`);
    process.exit(2);
  }
  let last = 0;
  cluster.on("online", (worker) => {
    worker.on("message", (question: { id: number }) => {
      worker.send({ id: question.id, number: ++last });
    });
  });
  let failed = false;
  cluster.on("exit", (_worker, code) => {
    process.exitCode = 1;
    if (code !== 98 || failed) return;
    failed = true;
    console.log(`Port ${port} is taken by another program.`);
    process.exit(1);
  });
  for (let n = Number(wanted); n > 0; n--) cluster.fork();
} else {
  const app = express();
  const callbacks: Record<number, (number: number) => void> = {};
  let id = 0;

  process.on("message", (answer: { id: number; number: number }) => {
    callbacks[answer.id]!(answer.number);
    delete callbacks[answer.id];
  });

  app.get("/", (_req, res) => void res.json({ shop: "Uptime Tea", pid: process.pid }));
  app.get("/menu", (_req, res) => void res.json(MENU));
  app.post("/orders", (_req, res) => {
    callbacks[++id] = (number) => res.status(201).json({ number, pid: process.pid });
    process.send!({ id });
  });
  app.get("/report", (req, res, next) => {
    const thread = new Worker(import.meta.filename, {
      workerData: Number(req.query.orders) || 1_000_000,
    });
    thread.on("message", (report) => res.json(report));
    thread.on("error", next);
  });

  // 98 is what Linux calls EADDRINUSE; any number that nothing else uses would do.
  app.listen(port, (error) => {
    if (error) process.exit(98);
  });
}
