export interface Order {
  drink: string;
}

export async function addOrder(_order: Order): Promise<void> {}

export async function allOrders(): Promise<Order[]> {
  return [{ drink: "oolong latte" }, { drink: "taro milk" }];
}
