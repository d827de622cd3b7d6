// A pure function decides, this file carries out.
import cluster, { type Worker } from "node:cluster";
import { beginning, decide } from "./decide.ts";
import { retire } from "./retire.ts";
import { settings } from "./settings.ts";
import { startWorker } from "./worker.ts";

let history = beginning;
let renewing = false;
const listeningSince = new WeakMap<Worker, number>();
const onTrial = new WeakSet<Worker>();
const retries = new Set<NodeJS.Timeout>();

if (cluster.isWorker) startWorker();
else {
  cluster.on("listening", (worker) => listeningSince.set(worker, Date.now()));
  cluster.on("exit", onExit);
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  process.on("SIGHUP", () => {
    if (!renewing) renew(Object.values(cluster.workers!) as Worker[]);
  });
  for (let i = 0; i < settings.workers; i++) cluster.fork();
}

function onExit(worker: Worker, code: number, signal: string): void {
  const at = Date.now();
  const planned = worker.exitedAfterDisconnect;
  if (!planned)
    console.warn(`Worker with pid ${worker.process.pid} is dead: ${signal || `exit code ${code}`}`);
  if (onTrial.has(worker)) return;
  const listenedFor = at - (listeningSince.get(worker) ?? Infinity);
  const [decision, next] = decide(history, { at, planned, listenedFor });
  history = next;
  if (decision.do === "fork") retryIn(decision.in);
  if (decision.do !== "give up") return;
  console.error("Giving up.");
  process.exitCode = 1;
  stop();
}

function retryIn(ms: number): void {
  const timer = setTimeout(() => {
    retries.delete(timer);
    cluster.fork();
  }, ms);
  retries.add(timer);
}

function stop(): void {
  history = { ...history, stopping: true };
  for (const timer of retries) clearTimeout(timer);
  for (const worker of Object.values(cluster.workers!)) void retire(worker!);
}

function renew([old, ...others]: Worker[]): void {
  renewing = Boolean(old) && !history.stopping;
  if (!old || !renewing) return;
  const next = cluster.fork();
  onTrial.add(next);
  next.on("exit", () => {
    if (onTrial.has(next)) renewing = false;
  });
  next.on("listening", async () => {
    onTrial.delete(next);
    await retire(old);
    renew(others);
  });
}
