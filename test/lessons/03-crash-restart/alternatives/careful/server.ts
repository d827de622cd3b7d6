// All in one file. It tells in sentences what happens, leaves exit codes of its own, lets no old worker go before the new one is
// healthy, and says by its code when it had to use force.
import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { settings } from "./settings.ts";
import { startWorker } from "./worker.ts";

const SOFTWARE_ERROR = 70; // EX_SOFTWARE in sysexits.h
const retries = new Set<NodeJS.Timeout>();
const onTrial = new Set<Worker>();
const since = new Map<Worker, number>();
let deaths: number[] = [];
let failures = 0;
let stopping = false;
let restart: Promise<void> | undefined;

if (cluster.isPrimary) {
  cluster.on("listening", (worker) => since.set(worker, performance.now()));
  cluster.on("exit", onExit);
  process.on("SIGTERM", () => void stop());
  process.on("SIGINT", () => void stop());
  process.on("SIGHUP", () => {
    restart ??= renewAll()
      .catch((error: Error) => console.error(`The restart has failed: ${error.message}.`))
      .finally(() => (restart = undefined));
  });
  for (let i = 0; i < settings.workers; i++) cluster.fork();
} else {
  process.on("uncaughtException", (error) => {
    console.error(error);
    process.exit(SOFTWARE_ERROR);
  });
  startWorker();
}

function onExit(worker: Worker, code: number | null, signal: string | null): void {
  const { pid } = worker.process;
  console.error(`Worker ${pid} ended ${signal ? `by ${signal}` : `with exit code ${code}`}.`);
  const now = performance.now();
  if (now - (since.get(worker) ?? now) >= settings.healthyMs) failures = 0;
  since.delete(worker);
  if (stopping || worker.exitedAfterDisconnect || onTrial.has(worker)) return;
  deaths = [...deaths.filter((at) => now - at < settings.deathWindowMs), now];
  if (deaths.length >= settings.maxDeaths) {
    console.error(`Giving up after ${deaths.length} deaths, and stopping ${pids().join(", ")}.`);
    void stop().finally(() => (process.exitCode = SOFTWARE_ERROR));
    return;
  }
  const wait = failures === 0 ? 0 : Math.min(settings.backoffMs * 2 ** (failures - 1), 60_000);
  failures += 1;
  const retry = setTimeout(() => {
    retries.delete(retry);
    cluster.fork();
  }, wait);
  retries.add(retry);
}

function pids(): (number | undefined)[] {
  return Object.values(cluster.workers!).map((worker) => worker!.process.pid);
}

/** @returns whether the worker had to be ended by force. */
async function retire(worker: Worker): Promise<boolean> {
  if (worker.isDead()) return false;
  let forced = false;
  const force = setTimeout(() => {
    forced = true;
    worker.process.kill("SIGKILL");
  }, settings.stopWithinMs);
  const gone = new Promise((resolve) => worker.once("exit", resolve));
  worker.on("error", () => {});
  worker.disconnect();
  await gone;
  clearTimeout(force);
  return forced;
}

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  for (const retry of retries) clearTimeout(retry);
  const forced = await Promise.all(Object.values(cluster.workers!).map((one) => retire(one!)));
  if (forced.includes(true)) process.exitCode = 1;
}

async function renewAll(): Promise<void> {
  for (const old of Object.values(cluster.workers!)) {
    if (stopping) return;
    if (old!.isDead()) continue; // whoever takes its place is new
    await healthy(cluster.fork());
    if (!stopping) await retire(old!);
  }
}

/** Resolves when a new worker has been up for HEALTHY_MS; its death before that is the restart's alone. */
async function healthy(worker: Worker): Promise<void> {
  onTrial.add(worker);
  const died = once(worker, "exit").then(() => {
    throw new Error(`worker ${worker.process.pid} died before it was healthy`);
  });
  const up = once(worker, "listening");
  const well = up.then(() => sleep(settings.healthyMs, undefined, { ref: false }));
  try {
    await Promise.race([well, died]);
  } finally {
    onTrial.delete(worker);
  }
}
