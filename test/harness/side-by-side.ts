/**
 * Looks that each have a program of their own need not wait for each other. All of them run to their end, so that the answer is the
 * same in every run.
 * @throws what the first of them in this order has thrown, whichever was first in time.
 */
export async function sideBySide(looks: Promise<void>[]): Promise<void> {
  for (const look of await Promise.allSettled(looks)) {
    if (look.status === "rejected") throw look.reason;
  }
}
