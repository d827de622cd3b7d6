import cluster from "node:cluster";
import { setTimeout as after } from "node:timers/promises";

type Message = { orderFor?: number; number?: number };

// #region owner
/** In the primary: the one owner of the counter. It answers each question of a worker with the next number. */
export function numberOrders(): void {
  let last = 0;
  cluster.on("message", async (worker, { orderFor }: Message) => {
    if (orderFor === undefined) return;
    last += 1;
    await after(5); // the order is written into the book
    worker.send({ orderFor, number: last });
  });
}
// #endregion

// #region asking
const waiting = new Map<number, (number: number) => void>();
let questions = 0;

/** In a worker: asks the primary for the next order number. */
export function nextOrderNumber(): Promise<number> {
  questions += 1;
  const orderFor = questions;
  return new Promise((resolve) => {
    waiting.set(orderFor, resolve);
    process.send!({ orderFor });
  });
}

/** In a worker: takes the primary's answers. */
export function takeOrderNumbers(): void {
  process.on("message", ({ orderFor, number }: Message) => {
    if (orderFor === undefined || number === undefined) return;
    waiting.get(orderFor)?.(number);
    waiting.delete(orderFor);
  });
}
// #endregion
