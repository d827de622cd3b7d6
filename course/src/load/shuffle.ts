/**
 * Gives a function that puts lists into random order: the same orders for the same seed, an integer.
 * The numbers are those of the linear congruential generator of "Numerical Recipes" (a = 1664525, c = 1013904223, m = 2³²).
 */
export function shuffled(seed: number): <T>(list: T[]) => T[] {
  let state = seed >>> 0;
  const below = (count: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
  return (list) => {
    const all = [...list];
    for (let i = all.length - 1; i > 0; i--) {
      const j = below(i + 1);
      [all[i], all[j]] = [all[j]!, all[i]!];
    }
    return all;
  };
}
