import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { privateAddress } from "../../test/harness/addresses.ts";
import { component } from "../../test/harness/components.ts";
import { COMPONENTS } from "./components/table.ts";
import { versionAtLeast } from "./components/version.ts";

const OF = [...COMPONENTS, "processors", "private-addresses"] as const;
const Only = z.partialRecord(
  z.enum(OF),
  z.strictObject({ from: z.string().optional(), below: z.string().optional() }),
);

/**
 * Whether a variant can be proved here. Some are right or wrong only with certain versions of a component, or on a machine
 * with several processors; a file only.json in the variant's folder says which: { "nginx": { "from": "1.29.7" } },
 * { "nginx": { "below": "1.29.7" } }, { "processors": { "from": "2" } } or, where an address in a private network is needed,
 * { "private-addresses": { "from": "1" } }.
 */
export async function appliesHere(folder: string): Promise<boolean> {
  const file = join(folder, "only.json");
  if (!existsSync(file)) return true;
  const only = Only.parse(JSON.parse(readFileSync(file, "utf8")));
  for (const name of OF) {
    const { from, below } = only[name] ?? {};
    if (!from && !below) continue;
    const here = await versionOf(name);
    if (from && !versionAtLeast(here, from)) return false;
    if (below && versionAtLeast(here, below)) return false;
  }
  return true;
}

/** The version of a component, or how many there are of what has none. */
async function versionOf(name: (typeof OF)[number]): Promise<string> {
  if (name === "processors") return String(availableParallelism());
  if (name === "private-addresses") return privateAddress() ? "1" : "0";
  return (await component(name)).version;
}
