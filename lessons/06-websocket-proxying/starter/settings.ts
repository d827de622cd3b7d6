/** Every setting comes from the environment. Times are in milliseconds. */
export const settings = {
  port: number("PORT", 8001),
  redisUrl: process.env.REDIS_URL || "redis://127.0.0.1:6379",
  /** How often the server asks each board whether it is still there, and how long it waits for the answer. */
  pingIntervalMs: number("PING_INTERVAL_MS", 25_000),
  pingTimeoutMs: number("PING_TIMEOUT_MS", 20_000),
  /** How long requests in flight may take when the server stops. */
  stopWithinMs: number("STOP_WITHIN_MS", 10_000),
};

function number(name: string, fallback: number): number {
  return Number(process.env[name] || fallback);
}
