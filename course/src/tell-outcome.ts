/** Prints what came of a proof, and lets the command fail when something is wrong. @param started by performance.now() */
export function tellOutcome(what: string, started: number, wrong: string | undefined): void {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${wrong ? "✗" : "✓"} ${what} (${seconds} s)${wrong ? `\n  ${wrong}` : ""}`);
  if (wrong) process.exitCode = 1;
}
