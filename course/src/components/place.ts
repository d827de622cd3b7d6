import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { ROOT } from "../lesson.ts";
import type { ComponentName } from "./table.ts";

/** Where components are looked for and put. Tests give another one. */
export interface Place {
  /** The course's own folder for what is fetched: `.course`. */
  home: string;
  /** Folders with the system's programs. */
  folders: string[];
  /** Whether apps outside `folders` count, such as those of macOS. */
  apps: boolean;
  /** A dpkg status file to use instead of the system's: what it doesn't list is not installed. */
  status?: string;
}

/** The sbin folders are not on an ordinary user's PATH on Debian; Homebrew's are not on the PATH of macOS apps. */
const USUAL = [
  "/usr/sbin",
  "/sbin",
  "/usr/local/sbin",
  "/usr/local/bin",
  "/usr/bin",
  "/opt/homebrew/bin",
  "/snap/bin",
];

/** This machine, and the course's own folder. */
export function here(): Place {
  const path = (process.env["PATH"] ?? "").split(delimiter).filter(Boolean);
  return { home: join(ROOT, ".course"), folders: [...new Set([...path, ...USUAL])], apps: true };
}

/** The folder of a private copy. */
export function privateFolder(place: Place, name: ComponentName): string {
  return join(place.home, "components", name);
}

/** The first of some programs that is in one of the place's folders, by its full path. */
export function which(place: Place, programs: string[]): string | undefined {
  const paths = programs.flatMap((program) => place.folders.map((folder) => join(folder, program)));
  return paths.find((path) => existsSync(path));
}

/** An app's places: as they are given, and in the user's own folder. */
export function appPaths(apps: string[]): string[] {
  return apps.flatMap((app) => [app, join(homedir(), app)]).filter((path) => existsSync(path));
}
