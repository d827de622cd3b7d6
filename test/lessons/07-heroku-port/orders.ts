import { randomInt } from "node:crypto";
import { readdir } from "node:fs/promises";
import type { Dyno } from "../../harness/dyno.ts";
import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import type { OrderBook } from "../../harness/order-book.ts";
import type { Outcome } from "../../harness/probe.ts";
import { askThrough, type Client } from "../../harness/router.ts";
import { customer, type Platform } from "./platform.ts";

/** Ordered over plain http, which is redirected: what the client does then is its own affair. */
const PLAIN = "an order over plain http";

/** Drinks that no program can have known before. */
export function newDrinks(): string[] {
  return ["oolong latte", "taro milk"].map((tea) => `${tea} no. ${randomInt(1e9)}`);
}

/** Places orders at a dyno that then ends, with its disk. @returns the files that it had written there. */
export async function placeOrders(
  { slug, boot }: Platform,
  drinks: string[],
  book: OrderBook,
): Promise<string[]> {
  const before = new Set(await filesOf(slug.folder));
  const dyno = await boot();
  await placeOrder(dyno, PLAIN, "http");
  for (const drink of drinks) {
    const outcome = await placeOrder(dyno, drink);
    const [stray] = book.strays;
    if (stray !== undefined && book.types.length === 0)
      throw new Finding("order-book-missed", { stray, wanted: new URL(book.url).pathname });
    if (isSuccess(outcome)) continue;
    // It takes whatever is JSON.
    const unread = book.types.length > book.orders.length;
    if (unread) throw new Finding("order-no-json", { type: book.types.at(-1) });
    throw new Finding("order-refused", endOf(outcome));
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

/** An order that was redirected must not have been taken as well: whoever follows the redirect would order twice. */
export function mustNotTakePlain({ orders }: OrderBook): void {
  if (JSON.stringify(orders).includes(PLAIN)) throw new Finding("redirected-and-taken", {});
}

/** Whether each order has come to the book as the object that it is, or as what else. */
export function shapeOf(orders: unknown[], drinks: string[]): "right" | "list" | "wrapped" {
  if (areOrders(orders, drinks)) return "right";
  return orders.some((one) => Array.isArray(one)) ? "list" : "wrapped";
}

/** GET /orders must give a list of the orders, not only have the drinks in it somewhere. */
export function mustList(outcome: Outcome, drinks: string[]): void {
  if (outcome.kind !== "answer" || !areOrders(listIn(outcome.body), drinks))
    throw new Finding("orders-no-list", endOf(outcome));
}

/** What another dyno has written meanwhile stands in the list, too: a copy of the book in a dyno's memory grows old. */
export async function mustAskTheBook(dyno: Dyno, book: OrderBook): Promise<void> {
  const [drink] = newDrinks();
  book.orders.push({ drink });
  const outcome = await askThrough(dyno, "/orders", { from: customer });
  if (!isSuccess(outcome)) throw new Finding("orders-not-shown", endOf(outcome));
  if (outcome.kind === "answer" && !outcome.body.includes(drink!))
    throw new Finding("orders-remembered", {});
}

function listIn(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function areOrders(all: unknown[], drinks: string[]): boolean {
  const found = all.map((one) => (one as { drink?: unknown } | null)?.drink);
  return drinks.every((drink) => found.includes(drink));
}

/** What a customer's request for a drink is like. */
export function orderOf(drink: string) {
  const headers = { "content-type": "application/json" };
  return { method: "POST", headers, body: JSON.stringify({ drink }) };
}

function placeOrder(dyno: Dyno, drink: string, proto: Client["proto"] = "https"): Promise<Outcome> {
  return askThrough(dyno, "/orders", { from: { ...customer, proto }, ...orderOf(drink) });
}

function isSuccess(outcome: Outcome): boolean {
  return outcome.kind === "answer" && outcome.status < 300;
}

/** The application's files; tools keep theirs in folders whose names begin with a dot. */
async function filesOf(folder: string): Promise<string[]> {
  const all = await readdir(folder, { recursive: true });
  return all.filter((file) => !/(^|[/\\])(\.|node_modules)/.test(file)).sort();
}
