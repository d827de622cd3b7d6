import { readFile, writeFile } from "node:fs/promises";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// All workers see the same file system, and have the same parent.
const file = (primary: number) => join(tmpdir(), `uptime-tea-orders-${primary}`);

/** In the primary: no counter of an earlier day may be left, and none is left behind. */
export function numberOrders(): void {
  rmSync(file(process.pid), { force: true });
  process.on("exit", () => rmSync(file(process.pid), { force: true }));
  process.on("SIGTERM", () => process.exit());
}

/** In a worker: reads the last number, adds one, and writes it back. */
export async function nextOrderNumber(): Promise<number> {
  const last = Number(await readFile(file(process.ppid), "utf8").catch(() => "0"));
  await writeFile(file(process.ppid), String(last + 1));
  return last + 1;
}

export function takeOrderNumbers(): void {}
