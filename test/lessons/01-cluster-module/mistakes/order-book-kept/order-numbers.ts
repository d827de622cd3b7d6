import { DatabaseSync } from "node:sqlite";

const database = new DatabaseSync("orders.db");
database.exec("PRAGMA busy_timeout = 5000");
database.exec("CREATE TABLE IF NOT EXISTS counter (one INTEGER PRIMARY KEY, last INTEGER)");
const next = database.prepare(
  "INSERT INTO counter VALUES (1, 1) ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last",
);

/** The database is the owner of the counter. */
export async function nextOrderNumber(): Promise<number> {
  return Number(next.get()!["last"]);
}

export function numberOrders(): void {}

export function takeOrderNumbers(): void {}
