import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { Finding } from "./finding.ts";
import { directives, type Directive } from "./nginx-conf.ts";

/** A file of an nginx configuration, with its directives. */
export interface ConfFile {
  /** Its path in the folder. */
  name: string;
  text: string;
  all: Directive[];
  /** The blocks that it is included in. */
  blocks: string[];
}

/** What is different in the private copy of a file, such as times that no check can wait for. Keeps line numbers. */
export type Rewrite = (file: ConfFile, files: ConfFile[]) => string;

/**
 * Reads a configuration file and those that it includes, whatever their names: "sites-enabled/shop" has no ending on Debian.
 * nginx looks for all of them from the folder of the first one. Absolute paths are the machine's own files, such as its types.
 * @throws {Finding} nginx-file-missing.
 */
export async function readConf(
  folder: string,
  main: string,
  rewrite: Rewrite = ({ text }) => text,
): Promise<ConfFile[]> {
  const names = await filesIn(folder);
  if (!names.includes(main)) throw new Finding("nginx-file-missing", {});
  const found = new Map<string, ConfFile>();
  const add = async (name: string, blocks: string[]) => {
    if (found.has(name)) return;
    const text = await readFile(join(folder, name), "utf8").catch(() => undefined);
    if (text === undefined) return; // a link to nowhere: nginx says so itself
    const all = directives(text, blocks);
    found.set(name, { name, text, all, blocks });
    for (const { args, blocks: inside } of all.filter((one) => one.name === "include")) {
      const pattern = asPattern(bare(args[0]?.text ?? ""));
      for (const other of names.filter((one) => pattern.test(one))) await add(other, inside);
    }
  };
  await add(main, []);
  const learners = [...found.values()];
  return learners.map((file) => {
    const text = rewrite(file, learners);
    return { ...file, text, all: directives(text, file.blocks) };
  });
}

/** Writes these files into a copy of the folder, and links all else, so that relative paths in them hold. */
export async function writeConf(
  folder: string,
  own: string,
  texts: Map<string, string>,
  inside = "",
): Promise<void> {
  for (const entry of await readdir(join(folder, inside), { withFileTypes: true })) {
    const name = posix.join(inside, entry.name);
    const text = texts.get(name);
    if (name === "node_modules") continue;
    if (text !== undefined) await writeFile(join(own, name), text);
    else if ([...texts.keys()].some((one) => one.startsWith(`${name}/`))) {
      await mkdir(join(own, name));
      await writeConf(folder, own, texts, name);
    } else await symlink(join(folder, name), join(own, name));
  }
}

/** The ports that a configuration listens on. */
export function listenPorts(files: ConfFile[]): number[] {
  const listens = files.flatMap(({ all }) => all).filter(({ name }) => name === "listen");
  const ports = listens.map(({ args }) => /(?:^|:)(\d+)$/.exec(bare(args[0]?.text ?? ""))?.[1]);
  return [...new Set(ports.filter((port) => port !== undefined).map(Number))];
}

/** All files of a folder, by their paths in it. */
async function filesIn(folder: string, inside = ""): Promise<string[]> {
  const entries = await readdir(join(folder, inside), { withFileTypes: true });
  const names = entries.map(async (entry) => {
    const name = posix.join(inside, entry.name);
    if (name === "node_modules") return [];
    return entry.isDirectory() ? filesIn(folder, name) : [name];
  });
  return (await Promise.all(names)).flat();
}

/** What the shell would take for such files: "*" and "?" stand for what is no slash. */
function asPattern(include: string): RegExp {
  const escaped = posix.normalize(include).replaceAll(/[.+^${}()|\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll("*", "[^/]*").replaceAll("?", "[^/]")}$`);
}

function bare(word: string): string {
  return word.replaceAll(/^["']|["']$/g, "");
}
