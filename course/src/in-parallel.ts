/** Does all of `todo`, at most `jobs` at a time, beginning in order. */
export async function inParallel<T>(
  jobs: number,
  todo: T[],
  act: (one: T) => Promise<void>,
): Promise<void> {
  const rest = todo.values();
  const work = async () => {
    for (const one of rest) await act(one);
  };
  await Promise.all(Array.from({ length: jobs }, work));
}
