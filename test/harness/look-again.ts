import type { Finding } from "./finding.ts";

/**
 * For what only time can tell, which is weak evidence on a machine that may be busy for a moment: looks several times, each with
 * a patience of its own. Who is right is so in one of the looks; who is wrong, in none.
 * @param patience so many times the usual time, for each look.
 * @throws {Finding} what the last look has found, when all have found something.
 */
export async function lookAgain(
  patience: number[],
  look: (times: number) => Promise<Finding | undefined>,
): Promise<void> {
  let found: Finding | undefined;
  for (const times of patience) {
    found = await look(times);
    if (!found) return;
  }
  if (found) throw found;
}
