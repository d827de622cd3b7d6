import type { Worker } from "node:cluster";

type Message = { orderFor?: number; number?: number };

// #region owner
let last = 0;

/** In the primary: the one owner of the counter. It answers each question of a worker with the next number. */
export function numberOrders(worker: Worker): void {
  worker.on("message", ({ orderFor }: Message) => {
    if (orderFor === undefined) return;
    last += 1;
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
