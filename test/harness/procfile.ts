import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Procfile {
  /** The command of each process type, in order. */
  types: Map<string, string>;
  /** Lines that declare nothing, though they are neither empty nor comments. */
  odd: string[];
  /** The file's text, or undefined when there is no file of exactly this name in the folder. */
  text?: string;
}

/** A process type is declared by a line of its own: a name, a colon at once, a command. */
const DECLARATION = /^([A-Za-z0-9_-]+):\s*(\S.*?)\s*$/;

/** Reads the file named exactly "Procfile" as Heroku does; other lines are passed over there, too. */
export function readProcfile(folder: string): Procfile {
  // Asked of the list of names, because some file systems take "procfile" for "Procfile".
  if (!readdirSync(folder).includes("Procfile")) return { types: new Map(), odd: [] };
  const text = readFileSync(join(folder, "Procfile"), "utf8");
  const types = new Map<string, string>();
  const odd: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const match = DECLARATION.exec(line);
    if (match) types.set(match[1]!, match[2]!);
    else if (line.trim() !== "" && !line.startsWith("#")) odd.push(line);
  }
  return { types, odd, text };
}

/** Files that someone may have meant as the Procfile, relative to the folder: another spelling, or another place. */
export function nearProcfiles(folder: string): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const { name } = entry;
    if (name !== "Procfile" && /^proc-?file/i.test(name)) found.push(name);
    if (!entry.isDirectory() || /^\.|^node_modules$/.test(name)) continue;
    if (existsSync(join(folder, name, "Procfile"))) found.push(`${name}/Procfile`);
  }
  return found;
}
