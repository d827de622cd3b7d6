export interface Order {
  drink: string;
}

const orders: Order[] = [];

export async function addOrder(order: Order): Promise<void> {
  orders.push(order);
}

export async function allOrders(): Promise<Order[]> {
  return orders;
}
