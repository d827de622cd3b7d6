import { afterAll } from "vitest";
import { startRedis, type Redis } from "../../harness/redis.ts";

let common: Promise<Redis> | undefined;
afterAll(async () => (await common?.catch(() => undefined))?.stop());

/** For servers whose orders are not the subject: a Redis that the checks of a task share. A server may need one to boot. */
export async function anyRedis(): Promise<{ REDIS_URL: string }> {
  common ??= startRedis();
  return { REDIS_URL: (await common).url };
}
