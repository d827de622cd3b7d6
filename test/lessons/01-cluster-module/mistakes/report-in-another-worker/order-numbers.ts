import cluster from "node:cluster";
import { favourite } from "./report.ts";

type Message = { question?: number; reportOf?: number; from?: number; answer?: unknown };

/** In the primary: it counts the orders, and gives reports to a worker that did not ask for one. */
export function numberOrders(): void {
  let last = 0;
  cluster.on("message", (worker, message: Message) => {
    if (message.question === undefined) return;
    if (message.from !== undefined) cluster.workers![message.from]?.send(message);
    else if (message.reportOf === undefined) worker.send({ ...message, answer: (last += 1) });
    else {
      const other = Object.values(cluster.workers!).find((one) => one !== worker) ?? worker;
      other.send({ ...message, from: worker.id });
    }
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

/** In a worker: takes answers, and computes the reports of others. */
export function takeOrderNumbers(): void {
  process.on("message", ({ question, reportOf, from, answer }: Message) => {
    if (question === undefined) return;
    if (answer === undefined) process.send!({ question, from, answer: favourite(reportOf!) });
    else {
      waiting.get(question)?.(answer);
      waiting.delete(question);
    }
  });
}
