import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { ROOT } from "../lesson.ts";

/** What the site is built from. */
const SOURCES =
  "site lessons solutions pnpm-lock.yaml test/lessons test/cheaters test/proof.json".split(" ");
const NOT_SOURCES = /(^|\/)(node_modules|build|\.docusaurus|work)(\/|$)/;

/** A text that changes when a file which the site is built from is changed, added or removed. */
export function fingerprint(): string {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    for (const path of filesBelow(join(ROOT, source))) {
      const { size, mtimeMs } = statSync(path);
      hash.update(`${relative(ROOT, path)}\0${size}\0${mtimeMs}\n`);
    }
  }
  return hash.digest("hex");
}

function filesBelow(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [path];
  const inside = readdirSync(path).map((name) => join(path, name));
  return inside
    .filter((one) => !NOT_SOURCES.test(relative(ROOT, one).replaceAll("\\", "/")))
    .sort()
    .flatMap(filesBelow);
}
