import { once } from "node:events";
import cluster from "node:cluster";

type Message = { order?: true; number?: number };

/** In the primary: the one owner of the counter. */
export function numberOrders(): void {
  let last = 0;
  cluster.on("message", (worker, { order }: Message) => {
    if (!order) return;
    last += 1;
    worker.send({ number: last });
  });
}

/** In a worker: asks the primary, and takes the next message as the answer. */
export async function nextOrderNumber(): Promise<number> {
  process.send!({ order: true });
  const [{ number }] = await once(process, "message");
  return number;
}

export function takeOrderNumbers(): void {}
