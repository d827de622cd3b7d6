import { appendFile, readFile } from "node:fs/promises";

export interface Order {
  drink: string;
}

/** One order a line. */
const file = "orders.ndjson";

export async function addOrder(order: Order): Promise<void> {
  await appendFile(file, `${JSON.stringify(order)}\n`);
}

export async function allOrders(): Promise<Order[]> {
  const text = await readFile(file, "utf8").catch(() => "");
  const lines = text.split("\n").filter((line) => line !== "");
  return lines.map((line) => JSON.parse(line) as Order);
}
