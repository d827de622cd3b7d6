import { randomInt } from "node:crypto";
import { readdir } from "node:fs/promises";
import type { Dyno } from "../../harness/dyno.ts";
import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import type { OrderBook } from "../../harness/order-book.ts";
import type { Outcome } from "../../harness/probe.ts";
import { askThrough } from "../../harness/router.ts";
import { customer, type Platform } from "./platform.ts";

/** Drinks that no program can have known before. */
export function newDrinks(): string[] {
  return ["oolong latte", "taro milk"].map((tea) => `${tea} no. ${randomInt(1e9)}`);
}

/** Places orders at a dyno that then ends, with its disk. @returns the files that it had written there. */
export async function placeOrders({ slug, boot }: Platform, drinks: string[]): Promise<string[]> {
  const before = new Set(await filesOf(slug.folder));
  const dyno = await boot();
  for (const drink of drinks) {
    const outcome = await placeOrder(dyno, drink);
    if (!isSuccess(outcome)) throw new Finding("order-refused", endOf(outcome));
  }
  await dyno.stop();
  return (await filesOf(slug.folder)).filter((file) => !before.has(file));
}

/** An order that the order book does not take must not be a success for the customer. */
export async function mustNotConfirm(dyno: Dyno, book: OrderBook): Promise<void> {
  const status = 503;
  book.refuse(status);
  const outcome = await placeOrder(dyno, "black tea");
  if (isSuccess(outcome)) throw new Finding("order-lost", { status, ...endOf(outcome) });
}

function placeOrder(dyno: Dyno, drink: string): Promise<Outcome> {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ drink });
  return askThrough(dyno, "/orders", { from: customer, method: "POST", headers, body });
}

function isSuccess(outcome: Outcome): boolean {
  return outcome.kind === "answer" && outcome.status < 300;
}

/** The application's files; tools keep theirs in folders whose names begin with a dot. */
async function filesOf(folder: string): Promise<string[]> {
  const all = await readdir(folder, { recursive: true });
  return all.filter((file) => !/(^|[/\\])(\.|node_modules)/.test(file)).sort();
}
