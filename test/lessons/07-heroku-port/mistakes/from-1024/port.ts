const FALLBACK = 3000;

// #region port
/**
 * The port to listen on. What is no port ends the program: listen() would take
 * most of it for the path of a Unix socket.
 */
export function readPort(value: string | undefined): number {
  if (!value) return FALLBACK;
  const port = Number(value);
  if (/^\d+$/.test(value) && port >= 1024 && port <= 65_535) return port;
  console.error(`PORT is "${value}"; it must be a whole number from 1024 to 65535.`);
  process.exit(1);
}
// #endregion
