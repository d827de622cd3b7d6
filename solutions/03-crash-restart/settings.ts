/** Every setting comes from the environment. Times are in milliseconds. */
export const settings = {
  port: number("PORT", 3000),
  workers: number("WEB_CONCURRENCY", 2),
  /** The wait before the second retry in a row; it doubles from then on. */
  backoffMs: number("BACKOFF_MS", 100),
  /** A worker that has listened for so long is healthy. */
  healthyMs: number("HEALTHY_MS", 5000),
  /** So many deaths within the window are too many. */
  maxDeaths: number("MAX_DEATHS", 5),
  deathWindowMs: number("DEATH_WINDOW_MS", 10_000),
  /** How long a worker may take to finish its requests. */
  stopWithinMs: number("STOP_WITHIN_MS", 10_000),
  /** How long a new worker may take until it listens. */
  bootWithinMs: number("BOOT_WITHIN_MS", 10_000),
  /** While a file with this path exists, no worker boots: it stands for a broken deployment. */
  bootFailsIf: process.env.BOOT_FAILS_IF,
};

function number(name: string, fallback: number): number {
  return Number(process.env[name] || fallback);
}
