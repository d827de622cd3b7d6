import { createClient } from "redis";
import { settings } from "./settings.ts";

/**
 * A connection to Redis. Without Redis the shop opens all the same; the connection is tried again and again.
 * This file is not part of the tasks.
 */
export function connect(options: { failFast: boolean }) {
  const client = createClient({
    url: settings.redisUrl,
    disableOfflineQueue: options.failFast,
    socket: { reconnectStrategy: 100 },
  });
  let said = "";
  // Without a listener, the first broken connection would end the process.
  client.on("error", ({ code, message }: NodeJS.ErrnoException) => {
    if (said === "") console.error(`Redis: ${code ?? message}`);
    said = message;
  });
  client.on("ready", () => (said = ""));
  void client.connect();
  return client;
}
