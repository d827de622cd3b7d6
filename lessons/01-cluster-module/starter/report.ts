export const MENU = ["pearl milk tea", "oolong latte", "winter melon tea", "taro milk"];

/**
 * Simulates so many orders of a year and tells the favourite. It keeps one CPU core busy: 50 million orders take
 * about a quarter of a second on a fast machine.
 */
export function favourite(orders: number): { orders: number; favourite: string; cups: number[] } {
  const cups = MENU.map(() => 0);
  let seed = 42;
  for (let i = 0; i < orders; i++) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    cups[(seed >>> 16) % MENU.length]! += 1;
  }
  const most = cups.indexOf(Math.max(...cups));
  return { orders, favourite: MENU[most]!, cups };
}
