import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import getPort from "get-port";

/** Below the range from which Linux and macOS take ports for outgoing connections, so that none of those is hit. */
const FIRST = 20_000;
const COUNT = 10_000;

const claims = new Map<number, Socket>();

/**
 * Gives a TCP port that is free on every local address, and that no other run of the course, beside this one, is given before
 * `releasePort`. What keeps it is the UDP port of the same number: the system frees it, too, when we are killed.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * COUNT);
    if (!(await claim(port))) continue;
    if ((await getPort({ port })) === port) return port;
    releasePort(port);
  }
}

/** Gives a port back. */
export function releasePort(port: number): void {
  claims.get(port)?.close();
  claims.delete(port);
}

async function claim(port: number): Promise<boolean> {
  const socket = createSocket({ type: "udp4" }).unref();
  try {
    socket.bind({ port, address: "127.0.0.1", exclusive: true });
    await once(socket, "listening");
  } catch {
    socket.close();
    return false;
  }
  claims.set(port, socket);
  return true;
}
