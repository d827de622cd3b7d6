/** What the program can be told through its environment. */
export const settings = {
  /** How many workers the primary forks. */
  workers: Number(process.env.WEB_CONCURRENCY) || 2,
  /** How long workers may take to leave after SIGTERM, in ms. */
  stopWithinMs: Number(process.env.STOP_WITHIN_MS) || 5000,
  /** Where the workers listen. */
  port: Number(process.env.PORT) || 3000,
  /** How long a worker prepares before it listens, in ms. Real ones connect to a database, or fill a cache. */
  workerStartMs: Number(process.env.WORKER_START_MS) || 0,
};
