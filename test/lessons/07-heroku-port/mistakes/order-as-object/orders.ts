export interface Order {
  drink: string;
}

// #region orders
/** The order book, a service of its own; every dyno uses the same. */
const book = process.env.ORDERS_URL;
/** In its place while nobody has attached one: enough for work at home. */
const atHome: Order[] = [];

export async function addOrder(order: Order): Promise<void> {
  if (!book) return void atHome.push(order);
  const headers = { "content-type": "application/json" };
  await request(book, { method: "POST", headers, body: order as unknown as BodyInit });
}

export async function allOrders(): Promise<Order[]> {
  return book ? ((await (await request(book)).json()) as Order[]) : atHome;
}

async function request(url: string, init: RequestInit = {}): Promise<Response> {
  const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(5000) });
  if (!answer.ok) throw new Error(`the order book answered ${answer.status}`);
  return answer;
}
// #endregion
