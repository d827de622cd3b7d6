import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import getPort from "get-port";
import { Finding } from "./finding.ts";

/** Below the range from which Linux and macOS take ports for outgoing connections, so that none of those is hit. */
const FIRST = 20_000;
const COUNT = 10_000;
/** Where half of them are taken, two or three attempts will do. */
const ATTEMPTS = 300;

const claims = new Map<number, Socket>();

/**
 * Gives a TCP port that is free on every local address, and that no other run of the course, beside this one, is given before
 * `releasePort`. What keeps it is the UDP port of the same number: the system frees it, too, when we are killed.
 * @param distances those ports that lie so far behind it are as free, and kept, too.
 * @throws {Finding} no-free-port.
 */
export async function freePort(distances: number[] = []): Promise<number> {
  for (let i = 0; i < ATTEMPTS; i++) {
    const port = FIRST + Math.floor(Math.random() * COUNT);
    const all = [port, ...distances.map((distance) => port + distance)];
    if (await takeAll(all)) return port;
  }
  throw new Finding("no-free-port", {}, "not-checked");
}

/** All of them, or none. */
async function takeAll(ports: number[]): Promise<boolean> {
  const taken: number[] = [];
  for (const port of ports) {
    if (await claim(port)) taken.push(port);
    if (taken.at(-1) === port && (await isFree(port))) continue;
    for (const one of taken) releasePort(one);
    return false;
  }
  return true;
}

function isFree(port: number): Promise<boolean> {
  return getPort({ port }).then(
    (got) => got === port,
    () => false, // nothing may listen here at all
  );
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
