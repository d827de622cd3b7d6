import cluster, { type Worker } from "node:cluster";
import { Backoff } from "./backoff.ts";
import { log } from "./log.ts";
import { retire } from "./retire.ts";
import { settings } from "./settings.ts";

/** One place in the pool. Its workers come and go; the place remembers how they fared. */
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

  /** Starts a new worker after a death, when the back-off allows it. */
  retry(wasHealthy: boolean): void {
    const wait = this.#backoff.next(wasHealthy);
    log(wait === 0 ? "next try at once" : `next try in ${wait} ms`);
    if (wait === 0) this.start();
    else this.#timer = setTimeout(() => this.start(), wait);
  }

  /** Takes back a retry that waits. */
  cancelRetry(): void {
    clearTimeout(this.#timer);
  }

  /**
   * Puts a new worker into the place of a working one.
   * @throws when the new one does not get to listen; the old one stays.
   */
  async replace(): Promise<void> {
    if (!this.#worker) return;
    const next = this.#fork();
    await listening(next);
    // Whoever is here now leaves: the old worker or, if that died meanwhile, its replacement.
    const leaver = this.#worker;
    this.cancelRetry();
    this.#worker = next;
    if (!leaver) return;
    leaver.removeAllListeners(); // it is none of ours any more
    await retire(leaver);
  }

  #fork(): Worker {
    const worker = cluster.fork();
    let since = Infinity;
    worker.once("listening", () => {
      since = performance.now();
      log(`worker ${worker.process.pid} listens`);
    });
    worker.once("exit", (code, signal) => {
      const wasHealthy = performance.now() - since >= settings.healthyMs;
      this.#ended(worker, signal ?? `code ${code}`, wasHealthy);
    });
    return worker;
  }

  #ended(worker: Worker, cause: string, wasHealthy: boolean): void {
    const wasCurrent = worker === this.#worker;
    if (wasCurrent) this.#worker = undefined;
    if (worker.exitedAfterDisconnect) {
      log(`worker ${worker.process.pid} stopped as planned (${cause})`);
      return;
    }
    log(`worker ${worker.process.pid} died (${cause})`);
    if (wasCurrent) this.#onDeath(this, wasHealthy);
  }
}

function listening(worker: Worker): Promise<void> {
  const late = setTimeout(() => worker.process.kill("SIGKILL"), settings.bootWithinMs);
  return new Promise<void>((resolve, reject) => {
    worker.once("listening", () => resolve());
    worker.once("exit", () => reject(new Error(`worker ${worker.process.pid} never listened`)));
  }).finally(() => clearTimeout(late));
}
