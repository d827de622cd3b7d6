import { Redis } from "ioredis";
import { settings } from "./settings.ts";

/**
 * A connection to Redis. Without Redis the shop opens all the same; the connection is tried again and again.
 * This file is not part of the tasks.
 */
export function connect(options: { failFast: boolean }): Redis {
  const client = new Redis(settings.redisUrl, {
    retryStrategy: () => 100,
    // What can't be sent now, or has lost its answer: refused at once, or kept for as long as it takes.
    enableOfflineQueue: !options.failFast,
    maxRetriesPerRequest: options.failFast ? 0 : null,
  });
  let said = "";
  // Said once, and not ten times a second.
  client.on("error", ({ code, message }: NodeJS.ErrnoException) => {
    if (said === "") console.error(`Redis: ${code ?? message}`);
    said = message;
  });
  client.on("ready", () => (said = ""));
  return client;
}
