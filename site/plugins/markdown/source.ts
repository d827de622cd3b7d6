import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Place } from "../lessons/place.ts";

/**
 * Takes a page and an address such as `solution/server.ts#pool-size`, gives the code.
 * Throws one sentence when the file or the region does not exist.
 */
export function readSource(place: Place, from: string): string {
  const [address = "", region] = from.split("#");
  const file = path.join(place.root, locate(place, address, from));
  const shown = path.relative(place.root, file);
  if (!existsSync(file)) throw new Error(`A fence asks for ${from}, but there is no ${shown}.`);
  const code = readFileSync(file, "utf8");
  return region ? cut(code, region, shown) : withoutMarkers(code.split("\n")).join("\n").trimEnd();
}

/** Takes the same address, gives the file name a reader knows it by. */
export function sourceName(from: string): string {
  const address = from.split("#")[0] ?? "";
  return address.replace(/^(solution|starter|(mistakes|alternatives)\/[^/]+)\//, "");
}

function locate({ folder }: Place, address: string, from: string): string {
  const [kind = "", ...rest] = address.split("/");
  if (kind === "solution") return path.join("solutions", folder, ...rest);
  if (kind === "starter") return path.join("lessons", folder, "starter", ...rest);
  if (kind === "mistakes" || kind === "alternatives") {
    return path.join("test/lessons", folder, kind, ...rest);
  }
  throw new Error(
    `A fence asks for ${from}; the path must begin with solution, starter, mistakes or alternatives.`,
  );
}

const opening = /^\s*(?:\/\/|#|<!--)\s*#region\s+([\w-]+)/;
const closing = /^\s*(?:\/\/|#|<!--)\s*#endregion\b/;

function cut(code: string, region: string, file: string): string {
  const lines = code.split("\n");
  const start = lines.findIndex((line) => opening.exec(line)?.[1] === region);
  if (start < 0) {
    const known = lines.flatMap((line) => opening.exec(line)?.[1] ?? []).join(", ") || "none";
    throw new Error(`${file} has no region "${region}" (it has: ${known}).`);
  }
  let depth = 1;
  const length = lines.slice(start + 1).findIndex((line) => {
    if (opening.test(line)) depth += 1;
    if (closing.test(line)) depth -= 1;
    return depth === 0;
  });
  if (length < 0) throw new Error(`The region "${region}" of ${file} has no #endregion.`);
  return dedent(withoutMarkers(lines.slice(start + 1, start + 1 + length)));
}

function withoutMarkers(lines: string[]): string[] {
  return lines.filter((line) => !opening.test(line) && !closing.test(line));
}

function dedent(lines: string[]): string {
  const indents = lines.filter((line) => line.trim()).map((line) => line.search(/\S/));
  const least = Math.min(...indents);
  return lines
    .map((line) => line.slice(least))
    .join("\n")
    .trim();
}
