import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createConnection } from "node:net";
import { Worker } from "node:worker_threads";
import { patience } from "../../harness/pace.ts";
import type { CheckContext } from "../../harness/task.ts";
import { until, WaitTimeout } from "../../harness/wait.ts";

/** Linux keeps one connection more than this for a program that takes none. */
const BACKLOG = 1;
const FILLERS = 4;

/**
 * Makes a port as silent as one of a machine that is gone: whoever connects gets no answer, not even a refusal. Somebody listens
 * there but takes no connection, and the queue of those that wait to be taken is full; Linux drops what comes then.
 * @returns whether it is silent, for certain. It can't be made so on macOS, for example, which proves nothing against anybody.
 */
export async function makeSilent(port: number, { onEnd }: CheckContext): Promise<boolean> {
  if (process.platform !== "linux") return false;
  try {
    const listening = () => listenAsleep(port, onEnd);
    await until(listening, { what: "a free port", within: patience(3000) });
    for (let i = 0; i < FILLERS; i++) {
      const filler = createConnection(port, "127.0.0.1").on("error", () => {});
      onEnd(() => filler.destroy());
    }
    await until(() => isFull(port), { what: "a full queue", within: patience(2000) });
    return true;
  } catch (error) {
    if (error instanceof WaitTimeout) return false;
    throw error;
  }
}

async function listenAsleep(port: number, onEnd: CheckContext["onEnd"]): Promise<boolean> {
  let thread: Worker | undefined;
  onEnd(() => thread?.terminate()); // first: it throws when the check has ended already
  const workerData = { port, backlog: BACKLOG };
  thread = new Worker(new URL("./silent-thread.ts", import.meta.url), { workerData });
  return once(thread, "message").then(
    () => true,
    () => false, // the port is taken for a moment, see Counter
  );
}

/** Whether no connection to this port has room in its queue any more, as the system's tables tell. */
async function isFull(port: number): Promise<boolean> {
  const own = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  const tables = ["/proc/net/tcp", "/proc/net/tcp6"].map((table) =>
    readFile(table, "utf8").catch(() => ""),
  );
  // https://docs.kernel.org/networking/proc_net_tcp.html: 0A is a socket that listens; behind the colon stands its queue.
  return (await Promise.all(tables))
    .flatMap((table) => table.split("\n"))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local = "", , state]) => local.endsWith(own) && state === "0A")
    .some(([, , , , queues = ""]) => Number.parseInt(queues.split(":")[1]!, 16) > BACKLOG);
}
