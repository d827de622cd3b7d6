import cluster from "node:cluster";

let taken = 0;

/** Of two workers, the first has the numbers 1, 3, 5 …, the second 2, 4, 6 … */
export async function nextOrderNumber(): Promise<number> {
  const number = taken * Number(process.env.POOL_SIZE) + cluster.worker!.id;
  taken += 1;
  return number;
}

export function takeOrderNumbers(): void {}
