import { cp, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where a variant's files come from, lowest first; later folders replace files of earlier ones. */
export interface Layers {
  /** The lesson's folder: its package.json and installed packages belong to every target. */
  lesson: string;
  folders: string[];
}

export interface BuiltTarget {
  folder: string;
  remove(): Promise<void>;
}

/** Lays a variant out in a temporary folder of its own, with the lesson's packages linked in. */
export async function buildTarget({ lesson, folders }: Layers): Promise<BuiltTarget> {
  const folder = await mkdtemp(join(tmpdir(), "uptime-target-"));
  await cp(join(lesson, "package.json"), join(folder, "package.json"));
  for (const layer of folders) {
    await cp(layer, folder, { recursive: true });
    for (const file of await leftOut(layer)) await rm(join(folder, file));
  }
  await symlink(join(lesson, "node_modules"), join(folder, "node_modules"), "junction");
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** The files below it that a mistake does without, as its mistake.json says. */
async function leftOut(layer: string): Promise<string[]> {
  const text = await readFile(join(layer, "mistake.json"), "utf8").catch(() => "{}");
  return (JSON.parse(text) as { without?: string[] }).without ?? [];
}

/** The command that starts a lesson's program: its package.json's start script, e.g. ["node", "server.ts"]. */
export async function startCommand(folder: string): Promise<string[]> {
  const text = await readFile(join(folder, "package.json"), "utf8");
  const { scripts } = JSON.parse(text) as { scripts?: { start?: string } };
  if (!scripts?.start) throw new Error(`${folder}/package.json has no start script`);
  return scripts.start.split(" ");
}
