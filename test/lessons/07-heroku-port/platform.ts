import { Dyno } from "../../harness/dyno.ts";
import { patience } from "../../harness/pace.ts";
import { processTypes } from "../../harness/process-types.ts";
import { buildDesk, buildSlug, type Slug } from "../../harness/slug.ts";
import type { Program } from "../../harness/program.ts";
import type { CheckContext } from "../../harness/task.ts";
import { whyNotUp } from "./why-not-up.ts";

/** Every program is told where the order book is: one that demands it is right. Only where orders are placed does a book answer. */
export const NO_BOOK = { ORDERS_URL: "http://127.0.0.1:1/orders" };

export interface Platform {
  slug: Slug;
  /** Boots a dyno for a command, the one of `web` unless told. @throws {Finding} that tells why it does not come up. */
  boot(command?: string): Promise<Dyno>;
}

interface Options {
  /** "production" (default): what the platform installs. "everything": what is installed at home. */
  install?: "production" | "everything";
  config?: Record<string, string>;
}

/** Deploys the target, and gives what may be done with it; all ends with the check. */
export async function deploy(
  { start, folder, onEnd }: CheckContext,
  { install = "production", config = {} }: Options = {},
): Promise<Platform> {
  let building: Promise<Slug> | undefined;
  // One that could not be built has left nothing.
  onEnd(async () => (await building?.catch(() => undefined))?.remove());
  building = install === "production" ? buildSlug(folder) : buildDesk(folder);
  const slug = await building;
  // Heroku waits 60 s for a listener and 30 s for an end; here whoever shows no sign of one is given up sooner.
  const limits = { boot: patience(6000), exit: patience(2500) };
  return {
    slug,
    async boot(command = processTypes(slug.folder).get("web") ?? "") {
      const dyno = new Dyno({
        slug,
        command,
        config: { ...NO_BOOK, ...config },
        start,
        limits,
        impatient: true,
      });
      if ((await dyno.boot()) !== "up") throw whyNotUp(dyno, command, slug);
      return dyno;
    },
  };
}

/** A customer somewhere, as the router sees one. */
export const customer = { address: "203.0.113.7", proto: "https" } as const;

/** For what can be told only by what the program's processes were seen to do. */
export function mustBeSeen({ trace }: Program): void {
  if (trace.of("start").length > 0) return;
  throw new Error(
    "No process of the program could be observed: its Node.js is not the one in PATH.",
  );
}
