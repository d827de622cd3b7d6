import cluster from "node:cluster";
import { DeathBudget } from "./budget.ts";
import { log } from "./log.ts";
import { retire } from "./retire.ts";
import { settings } from "./settings.ts";
import { Slot } from "./slot.ts";

/** All workers of the shop: replaced when they die, stopped and renewed on request. */
export class Pool {
  readonly #slots: Slot[] = [];
  readonly #budget = new DeathBudget();
  #stopping = false;
  #restarting = false;

  start(): void {
    const { workers, port } = settings;
    log(`primary ${process.pid} starts ${workers} worker(s) on port ${port}`);
    for (let i = 0; i < workers; i++) {
      const slot = new Slot((dead, wasHealthy) => this.#afterDeath(dead, wasHealthy));
      this.#slots.push(slot);
      slot.start();
    }
  }

  #afterDeath(slot: Slot, wasHealthy: boolean): void {
    if (this.#stopping || this.#restarting) return;
    if (!this.#budget.isSpent()) {
      slot.retry(wasHealthy);
      return;
    }
    const { maxDeaths, deathWindowMs } = settings;
    log(`giving up: ${maxDeaths} deaths within ${deathWindowMs} ms`);
    process.exitCode = 1;
    this.stop();
  }

  /** Lets all workers finish. With the last of them the primary ends by itself. */
  stop(): void {
    if (this.#stopping) return;
    this.#stopping = true;
    log("stopping");
    for (const slot of this.#slots) slot.cancelRetry();
    for (const worker of Object.values(cluster.workers!)) void retire(worker!);
  }

  /** Replaces all workers, one after the other. */
  async restart(): Promise<void> {
    if (this.#restarting || this.#stopping) return;
    this.#restarting = true;
    log("rolling restart");
    try {
      for (const slot of this.#slots) if (!this.#stopping) await slot.replace();
      log("rolling restart done");
    } catch (error) {
      log(`rolling restart abandoned, the old workers go on: ${(error as Error).message}`);
    } finally {
      this.#restarting = false;
    }
  }
}
