import { createConnection } from "node:net";
import { networkInterfaces } from "node:os";
import { whenOver } from "./limit.ts";
import { patience } from "./pace.ts";

/**
 * An IPv4 address of this machine that is not the one meant by "localhost": what listens there listens for others, too. On Linux
 * all of 127.0.0.0/8 is this machine; elsewhere it is the address of a network, or none.
 */
export function outsideAddress(): string | undefined {
  if (process.platform === "linux") return "127.0.0.2";
  const all = Object.values(networkInterfaces()).flatMap((one) => one ?? []);
  return all.find(({ family, internal }) => family === "IPv4" && !internal)?.address;
}

/** What people trust as "a private network": 10/8, 172.16/12, 192.168/16, and fc00::/7. */
const PRIVATE = /^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.|^f[cd]/i;

/**
 * An address of this machine in a private network, if it has one. Who connects to it comes from it, too: as a router does
 * that is another machine.
 */
export function privateAddress(): string | undefined {
  const all = Object.values(networkInterfaces()).flatMap((one) => one ?? []);
  return all.find(({ address, internal }) => !internal && PRIVATE.test(address))?.address;
}

/** Whether this machine speaks IPv6 at all; many containers don't. */
export function hasIpv6(): boolean {
  return Object.values(networkInterfaces())
    .flatMap((one) => one ?? [])
    .some(({ family }) => family === "IPv6");
}

/** So long may a connection take that nobody refuses, in ms: on a busy machine, nobody may have had the time to. */
const SILENCE = 2000;

/** Whether a TCP connection to this address and port is accepted. */
export function acceptsAt(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port });
    const end = (accepted: boolean) => {
      callOff();
      resolve(accepted);
      socket.destroy();
    };
    const callOff = whenOver(patience(SILENCE), () => end(false));
    socket.on("connect", () => end(true)).on("error", () => end(false));
  });
}
