import { expect, test } from "vitest";
import { shuffled } from "./shuffle.ts";

const list = Array.from({ length: 50 }, (_, i) => i);

test("a seed gives the same orders each time, another seed others", () => {
  const orders = (seed: number) => {
    const draw = shuffled(seed);
    return [draw(list), draw(list)];
  };
  expect(orders(7)).toEqual(orders(7));
  expect(orders(7)[0]).not.toEqual(orders(7)[1]);
  expect(orders(7)).not.toEqual(orders(8));
});

test("nothing is lost or doubled, and the list itself stays as it was", () => {
  const before = [...list];
  expect(shuffled(1)(list).toSorted((a, b) => a - b)).toEqual(list);
  expect(list).toEqual(before);
});

test("every element comes to every place about equally often", () => {
  const draw = shuffled(3);
  const first = Array.from({ length: 4000 }, () => draw([0, 1, 2, 3])[0]!);
  const counts = [0, 1, 2, 3].map((n) => first.filter((one) => one === n).length);
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
});
