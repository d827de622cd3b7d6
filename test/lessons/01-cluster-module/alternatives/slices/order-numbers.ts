import { mkdir, readFile, rmdir, writeFile } from "node:fs/promises";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** In the primary: a folder of this run, which the workers find in their environment. */
export function numberOrders(): void {
  const folder = mkdtempSync(join(tmpdir(), "uptime-tea-"));
  process.env.ORDERS = folder;
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  process.on("SIGTERM", () => process.exit());
}

/** In a worker: the counter is a file; whoever could make the folder "lock" may read and write it. */
export async function nextOrderNumber(): Promise<number> {
  const [file, lock] = [join(process.env.ORDERS!, "last"), join(process.env.ORDERS!, "lock")];
  while (
    !(await mkdir(lock).then(
      () => true,
      () => false,
    ))
  )
    await pause(2);
  const next = Number(await readFile(file, "utf8").catch(() => "0")) + 1;
  await writeFile(file, String(next));
  await rmdir(lock);
  return next;
}
