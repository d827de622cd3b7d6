import { mkdir, mkdtemp, rm, rmdir } from "node:fs/promises";
import { join, resolve as absolute } from "node:path";
import { ROOT } from "../lesson.ts";
import { lookAtComponent } from "./components.ts";
import { warn, type Entry, type Examined, type Look, type Observation } from "./entry.ts";
import { lookAtLocation, lookAtWriting } from "./folder.ts";
import { lookAtKeeper } from "./keeper.ts";
import { lookAtDisk, lookAtMachine, lookAtPlatform } from "./machine.ts";
import { lookAtLoopback, lookAtPort } from "./network.ts";
import { lookAtCurl, lookAtNode, lookAtNpx, lookAtPnpm } from "./tools.ts";
import { lookAtWatching } from "./watching.ts";

/** Longest time of one look; all of them run at once. */
const WITHIN = 2500;

/** Every look, in the order in which they are told. */
const LOOKS: Record<string, Look> = {
  platform: lookAtPlatform,
  node: lookAtNode,
  npx: lookAtNpx,
  pnpm: lookAtPnpm,
  keeper: lookAtKeeper,
  port: lookAtPort(3000),
  loopback: lookAtLoopback,
  write: lookAtWriting,
  watch: lookAtWatching,
  location: lookAtLocation,
  disk: lookAtDisk,
  machine: lookAtMachine,
  curl: lookAtCurl,
  nginx: lookAtComponent("nginx"),
  redis: lookAtComponent("redis"),
  chromium: lookAtComponent("chromium"),
};

/** Looks whether this machine has what the course needs. Takes at most 3 s, and leaves nothing behind. */
export async function* diagnose(
  root: string = ROOT,
  looks: Record<string, Look> = LOOKS,
): AsyncGenerator<Entry> {
  const { scratch, remove } = await makeScratch(root);
  const examined = { root: absolute(root), scratch };
  const observed = Object.entries(looks).map(([id, look]) => ({
    id,
    seen: inTime(look, examined),
  }));
  try {
    for (const { id, seen } of observed) yield { id, ...(await seen) };
  } finally {
    // Also when the caller has stopped reading.
    await Promise.all(observed.map(({ seen }) => seen));
    await remove();
  }
}

/** Never throws. A look that is late or breaks tells nothing about the machine, but shouldn't hide the others. */
async function inTime(look: Look, examined: Examined): Promise<Observation> {
  const { promise: late, resolve } = Promise.withResolvers<Observation>();
  const timer = setTimeout(resolve, WITHIN, notSeen(`${WITHIN / 1000} s`));
  const seen = (async () => look(examined))().catch((error: unknown) => notSeen(String(error)));
  return Promise.race([seen, late]).finally(() => clearTimeout(timer));
}

function notSeen(why: string): Observation {
  return warn({
    en: `This could not be looked at (${why}).`,
    "zh-TW": `這一項無法檢查（${why}）。`,
  });
}

async function makeScratch(
  root: string,
): Promise<{ scratch: string | undefined; remove(): Promise<void> }> {
  const own = join(root, ".course");
  try {
    const made = await mkdir(own, { recursive: true });
    const scratch = await mkdtemp(join(own, "doctor-"));
    return {
      scratch,
      async remove() {
        await rm(scratch, { recursive: true, force: true });
        if (made) await rmdir(own).catch(() => {}); // somebody else uses it by now
      },
    };
  } catch {
    return { scratch: undefined, remove: async () => {} };
  }
}
