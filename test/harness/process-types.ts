import { readManifest } from "./install.ts";
import { readProcfile } from "./procfile.ts";

/** What the platform runs: the Procfile's process types and, where it names no `web`, the default for Node.js. */
export function processTypes(folder: string): Map<string, string> {
  const { types } = readProcfile(folder);
  if (!types.has("web") && readManifest(folder).scripts?.["start"]) {
    return new Map([...types, ["web", "npm start"]]);
  }
  return types;
}
