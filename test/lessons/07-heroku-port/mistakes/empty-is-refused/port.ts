/** The port to listen on. What is no port ends the program. */
export function readPort(value = "3000"): number {
  const port = Number(value);
  if (/^\d+$/.test(value) && port >= 1 && port <= 65_535) return port;
  console.error(`PORT is "${value}"; it must be a whole number from 1 to 65535.`);
  process.exit(1);
}
