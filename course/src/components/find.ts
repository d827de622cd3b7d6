import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { z } from "zod";
import { appPaths, here, privateFolder, which, type Place } from "./place.ts";
import { componentFacts, type ComponentName } from "./table.ts";
import { versionOf } from "./version.ts";

export interface Component {
  name: ComponentName;
  /** The program's full path. */
  path: string;
  version: string;
  /** `private` is the course's own copy in `.course/components/`. */
  source: "system" | "private";
  /** What its environment needs besides what every program gets; only a private copy may need something. */
  env?: Record<string, string>;
}

/** What a private copy remembers of itself: paths inside its `root`, so that the course's folder may be moved. */
export const CopyFacts = z.strictObject({
  program: z.string(),
  libraries: z.array(z.string()),
  fonts: z.string().optional(),
});
export type CopyFacts = z.infer<typeof CopyFacts>;

/**
 * Finds a component: the system's, else the course's private copy.
 * @returns undefined when there is none, or none that runs.
 */
export async function findComponent(
  name: ComponentName,
  place: Place = here(),
): Promise<Component | undefined> {
  return (await findSystem(name, place)) ?? (await findPrivate(name, place));
}

/** Finds the system's own, on the PATH, in the usual sbin folders, or as an app. */
export async function findSystem(
  name: ComponentName,
  place: Place = here(),
): Promise<Component | undefined> {
  const { programs, apps } = componentFacts[name];
  const onPath = which(place, programs);
  const path = onPath ?? (place.apps ? appPaths(apps)[0] : undefined);
  const version = path && (await versionOf(name, path));
  return version ? { name, path, version, source: "system" } : undefined;
}

async function findPrivate(name: ComponentName, place: Place): Promise<Component | undefined> {
  const folder = privateFolder(place, name);
  const file = join(folder, "copy.json");
  if (!existsSync(file)) return undefined;
  const facts = CopyFacts.safeParse(JSON.parse(readFileSync(file, "utf8")));
  return facts.success ? openCopy(name, folder, facts.data) : undefined;
}

/** A private copy as a component, once it has shown that it runs. */
export async function openCopy(
  name: ComponentName,
  folder: string,
  { program, libraries, fonts }: CopyFacts,
): Promise<Component | undefined> {
  const root = join(folder, "root");
  const path = join(root, program);
  const env: Record<string, string> = {};
  if (libraries.length > 0)
    env["LD_LIBRARY_PATH"] = libraries.map((one) => join(root, one)).join(delimiter);
  if (fonts) env["FONTCONFIG_FILE"] = join(root, fonts);
  const version = await versionOf(name, path, env);
  if (!version) return undefined;
  return { name, path, version, source: "private", ...(Object.keys(env).length > 0 && { env }) };
}
