import { connect } from "./redis.ts";

export interface Order {
  /** Counts from 1, over all servers, without gaps. */
  number: number;
  drink: string;
}

const KEY = "orders";
// An order that can't be written down is refused, and not kept until Redis is back.
const redis = connect({ failFast: true });

/** Writes an order down, and gives it with its number. This file is not part of the tasks. */
export async function addOrder(drink: string): Promise<Order> {
  const number = await redis.rpush(KEY, drink);
  return { number, drink };
}

/** All orders with a higher number than this one, oldest first. */
export async function ordersAfter(number: number): Promise<Order[]> {
  const drinks = await redis.lrange(KEY, number, -1);
  return drinks.map((drink, i) => ({ number: number + 1 + i, drink }));
}
