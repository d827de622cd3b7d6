import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Runs something while nobody else on this machine runs something under the same name; calls `onWait` once if it must wait.
 * The lock is an abstract Unix socket, which only Linux has: it has no file, and the kernel frees it with its holder, so
 * a killed holder leaves no lock behind.
 */
export async function alone<T>(
  name: string,
  onWait: () => void,
  work: () => Promise<T>,
): Promise<T> {
  const path = `\0uptime-${createHash("sha256").update(name).digest("hex")}`;
  let waiting = false;
  for (;;) {
    const server = createServer().unref();
    server.listen({ path });
    const taken = await once(server, "listening").then(() => false, isTaken);
    if (!taken) return work().finally(() => server.close());
    if (!waiting) onWait();
    waiting = true;
    await sleep(100);
  }
}

function isTaken(error: NodeJS.ErrnoException): true {
  if (error.code !== "EADDRINUSE") throw error;
  return true;
}
