/** On SIGTERM: ends. */
export function stopOnSigterm(_withinMs: number): void {
  process.on("SIGTERM", () => process.exit(0));
}
