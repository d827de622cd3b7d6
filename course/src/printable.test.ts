import { expect, test } from "vitest";
import { printable } from "./printable.ts";

test.each([
  ["colours", "\u001b[31mred\u001b[0m", "red"],
  ["a cleared screen", "\u001b[2J\u001b[Hgone", "gone"],
  ["the window's title", "\u001b]0;passed\u0007shop", "shop"],
  ["a line written over", "✗ wrong\r✓ passed", "✗ wrong\\x0d✓ passed"],
  ["a bell and a lone escape", "\u0007\u001b", "\\x07\\x1b"],
  ["a C1 control", "\u009d0;title\u009c", "\\x9d0;title\\x9c"],
  ["a turned direction", "a\u202eb", "a\\u202eb"],
  ["what is no control", "訂單 #1\t“ok”\n👩‍🍳", "訂單 #1\t“ok”\n👩‍🍳"],
])("%s", (_, text, shown) => {
  expect(printable(text, 100)).toBe(shown);
});

test("a long text is cut, and no character in two", () => {
  expect(printable("x".repeat(101), 100)).toBe(`${"x".repeat(100)}…`);
  expect(printable(`${"x".repeat(99)}👩`, 100)).toBe(`${"x".repeat(99)}\ufffd…`);
});
