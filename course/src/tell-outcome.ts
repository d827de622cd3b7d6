/**
 * Prints what came of a proof.
 * @param started by performance.now()
 * @returns whether all is well. The exit code is set by who has heard of all: vitest sets one, too, while checks run.
 */
export function tellOutcome(what: string, started: number, wrong: string | undefined): boolean {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${wrong ? "✗" : "✓"} ${what} (${seconds} s)${wrong ? `\n  ${wrong}` : ""}`);
  return !wrong;
}
