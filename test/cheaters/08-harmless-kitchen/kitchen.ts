import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * What the counter asks of the kitchen, and what goes wrong there. This file is not part of the tasks.
 *
 *   oolong    all is well
 *   jasmine   the label printer jams
 *   taro      sold out
 *   assam     the stock is not known: an error whose status makes no sense
 *   sencha    the stock is not known: an error with the status of the answer that could not be read, 200
 *   plum      the stock is not known: a rejection without a reason
 *   matcha    the stock is not known: the supplier is down. Its photo is damaged in the middle
 *   lychee    nothing works
 */
const MENU = ["oolong", "jasmine", "taro", "assam", "sencha", "plum", "matcha", "lychee"];

/** An error that knows which HTTP status it stands for. */
class KitchenError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** @throws for a tea that is not on the menu (status 404), and for lychee. */
export function describe(tea: string): { tea: string; price: number } {
  if (tea === "lychee") throw new Error("page 7 is torn out");
  if (!MENU.includes(tea)) throw new KitchenError(404, `There is no tea called ${tea}.`);
  return { tea, price: 45 + tea.length };
}

/** How many cups are left. */
export async function countStock(tea: string): Promise<number> {
  await sleep(5);
  if (tea === "lychee") throw new Error("the stock can't be read");
  if (tea === "matcha") throw new KitchenError(503, "the supplier does not answer");
  if (tea === "assam") throw new KitchenError(0, "fetch failed: 10.0.0.9 is unreachable");
  if (tea === "sencha") throw new KitchenError(200, "10.0.0.9 answered with a page, not with JSON");
  if (tea === "plum") return Promise.reject();
  return tea === "taro" ? 0 : 12;
}

/** An older part of the kitchen: it calls back, with the error first. */
export function readRecipe(
  tea: string,
  done: (error: Error | null, recipe?: { tea: string; steps: string[] }) => void,
): void {
  setTimeout(() => {
    if (tea === "lychee") done(new Error("EIO: read error in /srv/shop/recipes.db"));
    else done(null, { tea, steps: ["steep", "shake", "seal"] });
  }, 5);
}

/** All orders that were placed. */
export const orders: { number: number; tea: string }[] = [];

export function placeOrder(tea: string): { number: number; tea: string } {
  const order = { number: orders.length + 1, tea };
  orders.push(order);
  return order;
}

/** Prints the label for the cup. The customer does not wait for it. */
export async function printLabel(order: { tea: string }): Promise<void> {
  await sleep(5);
  if (order.tea === "jasmine") throw new Error("the label printer is jammed");
}

let open = 0;

/** How many photos are being read at this moment. */
export function openPhotos(): number {
  return open;
}

/** The photo of a tea. "counter" is the camera over the counter: its picture never ends. */
export function openPhoto(tea: string): Readable {
  if (tea === "lychee") return createReadStream("/srv/shop/photos/lychee.jpg");
  const photo = Readable.from(picture(tea), { objectMode: false });
  open += 1;
  return photo.once("close", () => (open -= 1));
}

async function* picture(tea: string): AsyncGenerator<Buffer> {
  const pieces = tea === "counter" ? Infinity : 8;
  for (let i = 0; i < pieces; i++) {
    if (tea === "matcha" && i === 4) throw new Error("the photo is damaged in block 4");
    yield Buffer.alloc(4096, i);
    await sleep(tea === "counter" ? 20 : 2);
  }
}

/** What was sold in one hour of a day, as a line of CSV. The register of Sunday stops at noon. */
export async function sales(day: string, hour: number): Promise<string> {
  await sleep(5);
  if (day === "sunday" && hour > 11) throw new Error("register 2 lost its memory at noon");
  return `${day},${hour},${hour * 3}\n`;
}

/** Starts the boiler. It has a bug that shows itself later, when nobody listens any more. */
export function startBoiler(how: "throw" | "reject"): void {
  const explode = () => {
    throw new Error("the boiler exploded");
  };
  setTimeout(how === "reject" ? async () => explode() : explode, 20);
}
