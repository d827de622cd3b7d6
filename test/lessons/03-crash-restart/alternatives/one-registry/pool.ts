// No slots: one list of workers, one count of failures for all of them, and waits with jitter.
import cluster, { type Worker } from "node:cluster";
import { DeathBudget } from "./budget.ts";
import { retire } from "./retire.ts";
import { settings } from "./settings.ts";

export class Pool {
  readonly #since = new Map<Worker, number>();
  readonly #budget = new DeathBudget();
  readonly #candidates = new Set<Worker>();
  readonly #waiting = new Set<NodeJS.Timeout>();
  #failures = 0;
  #stopping = false;
  #renewal: Promise<void> | undefined;

  constructor() {
    cluster.on("listening", (worker) => void this.#since.set(worker, performance.now()));
    cluster.on("exit", (worker, code, signal) => this.#onExit(worker, code, signal));
  }

  start(): void {
    for (let i = 0; i < settings.workers; i++) cluster.fork();
  }

  #onExit(worker: Worker, code: number | null, signal: string | null): void {
    const up = performance.now() - (this.#since.get(worker) ?? Infinity);
    this.#since.delete(worker);
    if (worker.exitedAfterDisconnect) return;
    console.error(JSON.stringify({ event: "death", pid: worker.process.pid, code, signal }));
    if (this.#stopping || this.#candidates.has(worker)) return;
    if (this.#budget.isSpent()) {
      console.error(JSON.stringify({ event: "give-up", deaths: settings.maxDeaths }));
      process.exitCode = 1;
      return this.stop();
    }
    if (up >= settings.healthyMs) this.#failures = 0;
    this.#later(this.#failures++ === 0 ? 0 : settings.backoffMs * 2 ** (this.#failures - 2));
  }

  /** Waits between half and all of the time, so that machines that failed together do not retry together. */
  #later(most: number): void {
    if (most === 0) return void cluster.fork();
    const timer = setTimeout(
      () => {
        this.#waiting.delete(timer);
        cluster.fork();
      },
      most * (0.5 + Math.random() / 2),
    );
    this.#waiting.add(timer);
  }

  stop(): void {
    if (this.#stopping) return;
    this.#stopping = true;
    for (const timer of this.#waiting) clearTimeout(timer);
    for (const worker of Object.values(cluster.workers!)) void retire(worker!);
  }

  restart(): Promise<void> {
    return (this.#renewal ??= this.#renewAll().finally(() => (this.#renewal = undefined)));
  }

  async #renewAll(): Promise<void> {
    const all = [...this.#since.keys()]; // as they are now: replacements join the registry meanwhile
    for (const old of all) {
      if (this.#stopping || !(await this.#newWorker())) return;
      await retire(old);
    }
  }

  #newWorker(): Promise<boolean> {
    const worker = cluster.fork();
    this.#candidates.add(worker);
    return new Promise<boolean>((resolve) => {
      worker
        .once("listening", () => resolve(true))
        .once("exit", () => setImmediate(resolve, false));
    }).finally(() => this.#candidates.delete(worker));
  }
}
