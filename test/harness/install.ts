import { existsSync, readFileSync, realpathSync } from "node:fs";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Finding } from "./finding.ts";
import { findOdd } from "./odd-character.ts";

export interface Manifest {
  scripts?: Record<string, string>;
  engines?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}

/** A folder's package.json. @throws {Finding} manifest-broken when it is no JSON object. */
export function readManifest(folder: string): Manifest {
  const path = join(folder, "package.json");
  if (!existsSync(path)) return {};
  // npm and pnpm pass over a byte order mark, too.
  const text = readFileSync(path, "utf8").replace(/^\ufeff/, "");
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === "object" && !Array.isArray(value)) return value;
  } catch (error) {
    const said = (error as SyntaxError).message;
    const line = Number(/\(line (\d+)/.exec(said)?.[1]);
    const odd = findOdd(text, "json", line ? [line] : undefined);
    throw new Finding("manifest-broken", { said, ...(odd && { odd }) });
  }
  throw new Finding("manifest-broken", { said: "it is no object { … }" });
}

/**
 * Makes a production install: all but `devDependencies`, as `pnpm install --prod --offline` lays it out, with one
 * link per package into the store. The packages are those that are installed for `source`; a link brings its own
 * dependencies along.
 * @returns the names that are not installed there, without those that may be missing.
 */
export async function installProduction(folder: string, source: string): Promise<string[]> {
  const missing: string[] = [];
  await mkdir(join(folder, "node_modules", ".bin"), { recursive: true });
  for (const { name, optional } of wanted(readManifest(folder))) {
    const real = find(name, source);
    if (!real) {
      if (!optional) missing.push(name);
      continue;
    }
    const link = join(folder, "node_modules", name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(real, link, "junction");
    await linkCommands(name, real, join(folder, "node_modules", ".bin"));
  }
  return missing;
}

/** What `npm ci --omit=dev` installs: since npm 7 peers, too, unless they are marked as optional. */
function wanted(manifest: Manifest): { name: string; optional: boolean }[] {
  const { dependencies = {}, optionalDependencies = {}, peerDependencies = {} } = manifest;
  const { peerDependenciesMeta: meta = {} } = manifest;
  const peers = Object.keys(peerDependencies).filter((name) => !meta[name]?.optional);
  const names = new Set([dependencies, optionalDependencies].flatMap(Object.keys).concat(peers));
  return [...names].map((name) => ({ name, optional: name in optionalDependencies }));
}

/** Looks where Node.js would: in the node_modules of the folder and of each folder above it. */
function find(name: string, from: string): string | undefined {
  const path = join(from, "node_modules", name);
  if (existsSync(join(path, "package.json"))) return realpathSync(path);
  const above = dirname(from);
  return above === from ? undefined : find(name, above);
}

async function linkCommands(name: string, folder: string, bin: string): Promise<void> {
  const { bin: declared = {} } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    bin?: string | Record<string, string>;
  };
  const commands =
    typeof declared === "string" ? { [name.split("/").at(-1)!]: declared } : declared;
  for (const [command, file] of Object.entries(commands)) {
    const script = `#!/bin/sh\nexec node "${join(folder, file)}" "$@"\n`;
    await writeFile(join(bin, command), script, { mode: 0o755 });
  }
}
