import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { component } from "../../test/harness/components.ts";
import { COMPONENTS } from "./components/table.ts";
import { versionAtLeast } from "./components/version.ts";

const OF = [...COMPONENTS, "processors"] as const;
const Only = z.partialRecord(
  z.enum(OF),
  z.strictObject({ from: z.string().optional(), below: z.string().optional() }),
);

/**
 * Whether a variant can be proved here. Some are right or wrong only with certain versions of a component, or on a machine
 * with several processors; a file only.json in the variant's folder says which: { "nginx": { "from": "1.29.7" } },
 * { "nginx": { "below": "1.29.7" } } or { "processors": { "from": "2" } }.
 */
export async function appliesHere(folder: string): Promise<boolean> {
  const file = join(folder, "only.json");
  if (!existsSync(file)) return true;
  const only = Only.parse(JSON.parse(readFileSync(file, "utf8")));
  for (const name of OF) {
    const { from, below } = only[name] ?? {};
    if (!from && !below) continue;
    const here =
      name === "processors" ? String(availableParallelism()) : (await component(name)).version;
    if (from && !versionAtLeast(here, from)) return false;
    if (below && versionAtLeast(here, below)) return false;
  }
  return true;
}
