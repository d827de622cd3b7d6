import cluster, { type Worker } from "node:cluster";
import { Backoff } from "./backoff.ts";
import { log } from "./log.ts";
import { retire } from "./retire.ts";
import { settings } from "./settings.ts";

/** Replaces a worker as soon as it is cut off: its end may take a while longer. */
export class Slot {
  readonly #onDeath: (slot: Slot, wasHealthy: boolean) => void;
  readonly #backoff = new Backoff();
  #worker: Worker | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(onDeath: (slot: Slot, wasHealthy: boolean) => void) {
    this.#onDeath = onDeath;
  }

  start(): void {
    this.#worker = this.#fork();
  }

  retry(wasHealthy: boolean): void {
    const wait = this.#backoff.next(wasHealthy);
    if (wait === 0) this.start();
    else this.#timer = setTimeout(() => this.start(), wait);
  }

  cancelRetry(): void {
    clearTimeout(this.#timer);
  }

  async replace(): Promise<void> {
    if (!this.#worker) return;
    const next = this.#fork();
    await new Promise<void>((resolve, reject) => {
      next.once("listening", () => resolve());
      next.once("exit", () => reject(new Error(`${next.process.pid} never listened`)));
    });
    const leaver = this.#worker;
    this.cancelRetry();
    this.#worker = next;
    if (leaver) await retire(leaver);
  }

  #fork(): Worker {
    const worker = cluster.fork();
    let since = Infinity;
    let planned = false;
    worker.once("listening", () => (since = performance.now()));
    worker.once("disconnect", () => {
      planned = worker.exitedAfterDisconnect;
      if (planned || worker !== this.#worker) return;
      this.#worker = undefined;
      this.#onDeath(this, performance.now() - since >= settings.healthyMs);
    });
    worker.once("exit", (code, signal) => {
      log(
        `worker ${worker.process.pid} ${planned ? "left" : "died"} (${signal ?? `code ${code}`})`,
      );
    });
    return worker;
  }
}
