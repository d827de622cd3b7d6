/** The port to listen on; a program that was not told its port must not guess. */
export function readPort(value: string | undefined): number {
  const port = Number(value);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  console.error(`PORT is ${value}; it must be a whole number from 1 to 65535.`);
  process.exit(1);
}
