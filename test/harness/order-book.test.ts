import { expect, test } from "vitest";
import { openOrderBook } from "./order-book.ts";

test("the order book keeps what is JSON, says what it doesn't take, and goes on", async () => {
  const book = await openOrderBook();
  const post = async (body: string) =>
    (await fetch(book.url, { method: "POST", body, headers: { "content-type": "a/b" } })).status;
  try {
    expect(await post("two teas, please")).toBe(400);
    expect(await post('{"drink":"taro milk"}')).toBe(201);
    book.refuse(503);
    expect(await post('{"drink":"black tea"}')).toBe(503);
    expect(await (await fetch(book.url)).json()).toEqual([{ drink: "taro milk" }]);
    expect(book.types).toEqual(["a/b", "a/b", "a/b"]);
    expect((await fetch(`${book.url}?all`)).status).toBe(200);
    expect((await fetch(`${book.url}/orders`, { method: "POST", body: "{}" })).status).toBe(404);
    expect((await fetch(book.url, { method: "PUT", body: "{}" })).status).toBe(405);
    expect(book.strays).toEqual(["POST /orders/orders", "PUT /orders"]);
  } finally {
    book.close();
  }
});
