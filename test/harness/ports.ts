import getPort from "get-port";

/** Below the range from which Linux and macOS take ports for outgoing connections, so that none of those is hit. */
const FIRST = 20_000;
const COUNT = 10_000;

/**
 * Gives a port that is free on every local address now. Programs of parallel checks choose from a random
 * part of a wide range, because nothing keeps a probed port free until its program binds it.
 */
export function freePort(): Promise<number> {
  const start = Math.floor(Math.random() * COUNT);
  const candidates = Array.from({ length: 50 }, (_, i) => FIRST + ((start + i) % COUNT));
  return getPort({ port: candidates });
}
