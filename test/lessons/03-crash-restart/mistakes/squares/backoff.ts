import { settings } from "./settings.ts";

const LONGEST_MS = 30_000;

// #region backoff
/** How long a slot waits before it tries again: not at all at first, then longer each time. */
export class Backoff {
  #failures = 0;

  /** Takes note of a death, and gives the wait in ms that follows it. */
  next(wasHealthy: boolean): number {
    if (wasHealthy) this.#failures = 0;
    const earlier = this.#failures;
    this.#failures += 1;
    return earlier === 0 ? 0 : Math.min(settings.backoffMs * Math.pow(earlier, 2), LONGEST_MS);
  }
}
// #endregion
