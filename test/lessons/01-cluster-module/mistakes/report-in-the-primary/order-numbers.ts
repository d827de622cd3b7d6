import cluster from "node:cluster";
import { favourite } from "./report.ts";

type Message = { question?: number; reportOf?: number; answer?: unknown };

/** In the primary: it counts the orders and computes the reports. */
export function numberOrders(): void {
  let last = 0;
  cluster.on("message", (worker, { question, reportOf }: Message) => {
    if (question === undefined) return;
    if (reportOf === undefined) worker.send({ question, answer: (last += 1) });
    else worker.send({ question, answer: favourite(reportOf) });
  });
}

const waiting = new Map<number, (answer: unknown) => void>();
let questions = 0;

function ask(message: Message): Promise<unknown> {
  const question = (questions += 1);
  return new Promise((resolve) => {
    waiting.set(question, resolve);
    process.send!({ ...message, question });
  });
}

/** In a worker: asks the primary. */
export const nextOrderNumber = () => ask({});
export const reportOf = (orders: number) => ask({ reportOf: orders });

/** In a worker: takes the primary's answers. */
export function takeOrderNumbers(): void {
  process.on("message", ({ question, answer }: Message) => {
    if (question === undefined) return;
    waiting.get(question)?.(answer);
    waiting.delete(question);
  });
}
