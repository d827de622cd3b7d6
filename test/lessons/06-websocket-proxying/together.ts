import type { CheckContext } from "../../harness/task.ts";

type Parts = Record<string, Promise<unknown>>;

/**
 * What several checks of a task look at is played once, by the check that comes first. Programs end with the check that has
 * started them, so that one stays until all parts are over, unless its own part has failed.
 */
export function together<P extends Parts>(
  play: (context: CheckContext) => P,
): (context: CheckContext, part: keyof P) => Promise<void> {
  let parts: P | undefined;
  return async (context, part) => {
    const isFirst = !parts;
    parts ??= play(context);
    const all = Promise.allSettled(Object.values(parts));
    await parts[part];
    if (isFirst) await all;
  };
}
