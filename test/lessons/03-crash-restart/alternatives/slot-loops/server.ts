// Each place in the pool is an async loop; everything is in one file.
import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { settings } from "./settings.ts";
import { openShop } from "./shop.ts";

interface Place {
  worker: Worker;
}

const places: Place[] = [];
const stop = new AbortController();
let deaths: number[] = [];
let renewing = false;

if (cluster.isPrimary) {
  for (let i = 0; i < settings.workers; i++) {
    const place = { worker: cluster.fork() };
    places.push(place);
    void keep(place);
  }
  process.on("SIGTERM", leave).on("SIGINT", leave).on("SIGHUP", renew);
} else serve();

async function keep(place: Place): Promise<void> {
  let failures = 0;
  for (;;) {
    const { worker } = place;
    let since = Infinity;
    worker.once("listening", () => (since = Date.now()));
    const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => {
      worker.once("exit", (...ending) => resolve(ending));
    });
    if (worker !== place.worker) continue;
    if (worker.exitedAfterDisconnect || stop.signal.aborted) return;
    console.log(`worker ${worker.process.pid} died of ${signal ?? `exit code ${code}`}`);
    if (tooMany()) {
      console.error("too many deaths, giving up");
      process.exitCode = 1;
      return leave();
    }
    if (Date.now() - since >= settings.healthyMs) failures = 0;
    failures += 1;
    const wait = failures > 1 ? settings.backoffMs * 2 ** (failures - 2) : 0;
    await sleep(wait, undefined, { signal: stop.signal }).catch(() => {});
    if (stop.signal.aborted) return;
    place.worker = cluster.fork();
  }
}

function tooMany(): boolean {
  deaths = [...deaths, Date.now()].filter((at) => Date.now() - at < settings.deathWindowMs);
  return deaths.length >= settings.maxDeaths;
}

function leave(): void {
  stop.abort();
  for (const worker of Object.values(cluster.workers ?? {})) void letGo(worker!);
}

async function letGo(worker: Worker): Promise<void> {
  const timer = setTimeout(() => worker.process.kill("SIGKILL"), settings.stopWithinMs);
  const gone = new Promise((resolve) => worker.once("exit", resolve));
  worker.on("error", () => {}); // it may be dying in this moment
  worker.disconnect();
  if (!worker.isDead()) await gone;
  clearTimeout(timer);
}

async function renew(): Promise<void> {
  if (renewing) return;
  renewing = true;
  for (const place of places.filter(({ worker }) => !worker.isDead())) {
    if (stop.signal.aborted) break;
    const next = cluster.fork();
    const ready = await Promise.race([
      once(next, "listening").then(() => true),
      once(next, "exit").then(() => false),
    ]);
    if (!ready) {
      console.error(`worker ${next.process.pid} died before it listened; the old ones stay`);
      break;
    }
    const old = place.worker;
    place.worker = next;
    await letGo(old);
  }
  renewing = false;
}

function serve(): void {
  const server = openShop();
  server.prependListener("request", (req, res) => {
    res.on("finish", () => server.listening || req.socket.end());
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => {});
}
