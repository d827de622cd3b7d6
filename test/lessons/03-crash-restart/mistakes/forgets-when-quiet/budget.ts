import { settings } from "./settings.ts";

// #region budget
/** Counts the deaths of the whole pool within a window of time that moves along. */
export class DeathBudget {
  #deaths: number[] = [];

  /** Takes note of a death, and tells whether it was one too many. */
  isSpent(): boolean {
    const now = performance.now();
    if (now - (this.#deaths.at(-1) ?? now) >= settings.deathWindowMs) this.#deaths = [];
    this.#deaths.push(now);
    return this.#deaths.length >= settings.maxDeaths;
  }
}
// #endregion
