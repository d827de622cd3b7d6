import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { createTwoFilesPatch } from "diff";
import pc from "picocolors";

/**
 * Compares two folders of text files.
 * @returns a unified diff in colours, empty when there is no difference, undefined when the first folder is not there.
 */
export function differences(from: string, to: string): string | undefined {
  if (!existsSync(from)) return undefined;
  const names = [...new Set([...files(from), ...files(to)])].sort();
  return names.map((name) => patch(join(from, name), join(to, name), name)).join("");
}

function patch(from: string, to: string, name: string): string {
  const [before, after] = [from, to].map((path) =>
    existsSync(path) ? readFileSync(path, "utf8") : "",
  );
  if (before === after) return "";
  const text = createTwoFilesPatch(`work/${name}`, `solution/${name}`, before!, after!, "", "", {
    context: 3,
  });
  return text.split("\n").slice(1).map(paint).join("\n");
}

function paint(line: string): string {
  if (/^(---|\+\+\+)/.test(line)) return pc.bold(line);
  if (line.startsWith("+")) return pc.green(line);
  if (line.startsWith("-")) return pc.red(line);
  return line.startsWith("@@") ? pc.cyan(line) : line;
}

function files(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("node_modules"))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
