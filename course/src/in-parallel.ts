/**
 * Does all of `todo`, at most `jobs` at a time, beginning in order.
 * @returns what came of each, in the order of `todo`.
 */
export async function inParallel<T, R>(
  jobs: number,
  todo: T[],
  act: (one: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const rest = todo.entries();
  const work = async () => {
    for (const [i, one] of rest) results[i] = await act(one);
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return results;
}
