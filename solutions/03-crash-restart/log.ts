/** Writes one line, with the seconds since the process started. */
export function log(text: string): void {
  console.log(`${(performance.now() / 1000).toFixed(2)} s  ${text}`);
}
