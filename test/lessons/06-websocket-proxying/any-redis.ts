import { afterAll } from "vitest";
import { startRedis, type Redis } from "../../harness/redis.ts";

/**
 * For servers whose orders are not the subject: a Redis that the checks of one file share. A server may need one to boot.
 * To be called in the file itself, not in a module: a thread keeps its modules, and checks one file after the other.
 * @returns what gives the environment of such a server; Redis starts at the first call, and ends after the last check.
 */
export function sharedRedis(): () => Promise<{ REDIS_URL: string }> {
  let common: Promise<Redis> | undefined;
  afterAll(async () => (await common?.catch(() => undefined))?.stop());
  return async () => ({ REDIS_URL: (await (common ??= startRedis())).url });
}
