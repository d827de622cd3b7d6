import { get, request } from "node:http";
import type { Writable } from "node:stream";
import { openBackend, type Backend } from "../../harness/backend.ts";
import { Finding } from "../../harness/finding.ts";
import type { Program } from "../../harness/program.ts";
import { seen } from "./scene.ts";

/** More than the system's own buffers hold between a target and a client, and far less than a process may use. */
const TOO_MUCH_MB = 128;
const PIECE = Buffer.alloc(1024 * 1024);

/** Where one side does not read, the other must not be read for long, either: the proxy would have to keep what comes. */
export async function mustHoldBack(open: (shop: Backend) => Promise<Program>): Promise<void> {
  let download: Promise<boolean> | undefined;
  await using shop = await openBackend(({ req, res }) => {
    if (req.method === "POST") req.pause();
    else download = stalls(res);
  });
  const proxy = await open(shop);
  const upload = request(proxy.url, { method: "POST", agent: false }).on("error", () => {});
  const client = get(proxy.url, { agent: false }).on("error", () => {});
  // A response that is paused is not read.
  client.once("response", (answer) => answer.on("error", () => {}).pause());
  try {
    const begun = seen(() => download !== undefined, 2500);
    if (!(await stalls(upload))) throw new Finding("piles-up", { upload: true, mb: TOO_MUCH_MB });
    await begun;
    if ((await download) === false)
      throw new Finding("piles-up", { upload: false, mb: TOO_MUCH_MB });
  } finally {
    upload.destroy();
    client.destroy();
  }
}

/**
 * Writes as much as is taken, and tells whether that came to an end. A machine that stands still looks the same,
 * and then a wrong program passes; a right one never fails.
 */
async function stalls(to: Writable): Promise<boolean> {
  let taken = 0;
  const go = () => {
    if (to.destroyed || taken === TOO_MUCH_MB) return;
    to.write(PIECE, (error) => {
      if (error) return;
      taken += 1;
      go();
    });
  };
  go();
  while (taken < TOO_MUCH_MB) {
    const before = taken;
    if (!(await seen(() => taken > before, 300))) return true;
  }
  return false;
}
