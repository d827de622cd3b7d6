import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { component } from "../../test/harness/components.ts";
import { COMPONENTS } from "./components/table.ts";
import { versionAtLeast } from "./components/version.ts";

const Only = z.partialRecord(
  z.enum(COMPONENTS),
  z.strictObject({ from: z.string().optional(), below: z.string().optional() }),
);

/**
 * Whether a variant can be proved here. Some are right or wrong only with certain versions of a component; a file only.json
 * in the variant's folder says which: { "nginx": { "from": "1.29.7" } } or { "nginx": { "below": "1.29.7" } }.
 */
export async function appliesHere(folder: string): Promise<boolean> {
  const file = join(folder, "only.json");
  if (!existsSync(file)) return true;
  const only = Only.parse(JSON.parse(readFileSync(file, "utf8")));
  for (const name of COMPONENTS) {
    const { from, below } = only[name] ?? {};
    if (!from && !below) continue;
    const { version } = await component(name);
    if (from && !versionAtLeast(version, from)) return false;
    if (below && versionAtLeast(version, below)) return false;
  }
  return true;
}
