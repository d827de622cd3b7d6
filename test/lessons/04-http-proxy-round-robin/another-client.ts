import { ask, type AskOptions } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";

interface Client {
  /** The address by which a proxy sees it. */
  address: string;
  options: AskOptions & { url?: string };
}

/**
 * A client whose address is not that of the proxy. Linux has all of 127.0.0.0/8 on its loopback; where only 127.0.0.1 is
 * there, as on macOS, the client comes over IPv6.
 */
export async function anotherClient(proxy: Program): Promise<Client> {
  const from = "127.0.0.2";
  const outcome = await ask(`${proxy.url}/`, { from, within: 5000 });
  if (outcome.kind !== "reset" || outcome.error !== "EADDRNOTAVAIL")
    return { address: from, options: { from } };
  return { address: "::1", options: { url: `http://[::1]:${proxy.port}` } };
}
