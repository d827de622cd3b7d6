// #region facts
/**
 * What the log should know of something that was thrown: of an error its message and
 * stack, which JSON.stringify() would leave out. JavaScript can throw anything, even null.
 */
export function facts(thrown: unknown): { error: string; stack?: string | undefined } {
  if (thrown instanceof Error) return { error: thrown.message, stack: thrown.stack };
  return { error: String(thrown) };
}
// #endregion
