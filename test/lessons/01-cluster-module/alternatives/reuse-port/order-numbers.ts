import { DatabaseSync } from "node:sqlite";

const database = new DatabaseSync(process.env.ORDERS!);
database.exec("PRAGMA busy_timeout = 5000");
database.exec(
  "CREATE TABLE IF NOT EXISTS counter (one INTEGER PRIMARY KEY, last INTEGER NOT NULL)",
);
const next = database.prepare(
  "INSERT INTO counter VALUES (1, 1) ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last",
);

/** One statement reads, adds and writes: the database lets nobody come between. */
export async function nextOrderNumber(): Promise<number> {
  return Number(next.get()!["last"]);
}

export function takeOrderNumbers(): void {}
