// Besides the workers that serve, the primary forks one that serves nobody: it computes the reports, one after the other.
import cluster, { type Worker } from "node:cluster";
import { availableParallelism } from "node:os";
import { MENU } from "./report.ts";

interface Message {
  failed?: string;
  id: number;
  orders?: number;
  report?: unknown;
  worker: number;
}

const port = Number(process.env.PORT) || 3000;

if (cluster.isPrimary) {
  const wanted = process.env.WEB_CONCURRENCY;
  const size = wanted ? Number(wanted) : availableParallelism();
  if (!Number.isInteger(size) || size < 1) {
    console.error(`WEB_CONCURRENCY=${wanted} is no positive whole number`);
    process.exit(1);
  }
  const reporter = cluster.fork({ ROLE: "reports" });
  let last = 0;
  cluster.on("message", (worker: Worker, message: Message) => {
    if (message.failed) {
      console.error(`port ${port} can't be had: ${message.failed}`);
      process.exit(1);
    }
    if (worker === reporter) cluster.workers?.[message.worker]?.send(message);
    else if (message.orders) reporter.send({ ...message, worker: worker.id });
    else worker.send({ id: message.id, number: ++last });
  });
  cluster.on("exit", (worker) => {
    console.error(`worker ${worker.id} has died`);
    process.exit(1);
  });
  for (let i = 0; i < size; i++) cluster.fork();
} else if (process.env.ROLE === "reports") {
  const { favourite } = await import("./report.ts");
  process.on("message", ({ orders, ...rest }: Message) => {
    process.send!({ ...rest, report: favourite(orders!) });
  });
} else {
  const { default: express } = await import("express");
  const waiting = new Map<number, (answer: any) => void>();
  let ids = 0;
  process.on("message", (message: Message) => {
    waiting.get(message.id)?.(message);
    waiting.delete(message.id);
  });
  const ask = (question: object) =>
    new Promise<any>((resolve) => {
      waiting.set(++ids, resolve);
      process.send!({ ...question, id: ids });
    });
  const app = express();
  app.get("/", (_req, res) => void res.json({ shop: "Uptime Tea", pid: process.pid }));
  app.get("/menu", (_req, res) => void res.json(MENU));
  app.post("/orders", async (_req, res) => {
    const { number } = await ask({});
    res.status(201).json({ number, pid: process.pid });
  });
  app.get("/report", async (req, res) => {
    const { report } = await ask({ orders: Number(req.query.orders) || 1_000_000 });
    res.json(report);
  });
  app.listen(port, (error?: NodeJS.ErrnoException) => {
    if (error) process.send!({ failed: error.code });
  });
}
