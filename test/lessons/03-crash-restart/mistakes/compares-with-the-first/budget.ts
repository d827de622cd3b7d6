import { settings } from "./settings.ts";

// #region budget
/** Counts the deaths of the whole pool within a window of time that moves along. */
export class DeathBudget {
  readonly #deaths: number[] = [];

  /** Takes note of a death, and tells whether it was one too many. */
  isSpent(): boolean {
    const now = performance.now();
    this.#deaths.push(now);
    const span = now - this.#deaths[0]!;
    return this.#deaths.length >= settings.maxDeaths && span < settings.deathWindowMs;
  }
}
// #endregion
