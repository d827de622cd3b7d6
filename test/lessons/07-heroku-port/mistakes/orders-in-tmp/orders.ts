import { appendFile, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Order {
  drink: string;
}

/** Outside of the folder that every restart makes anew. */
const file = join(tmpdir(), "orders.ndjson");

export async function addOrder(order: Order): Promise<void> {
  await appendFile(file, `${JSON.stringify(order)}\n`);
}

export async function allOrders(): Promise<Order[]> {
  const text = await readFile(file, "utf8").catch(() => "");
  const lines = text.split("\n").filter((line) => line !== "");
  return lines.map((line) => JSON.parse(line) as Order);
}
