import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import type { CopyFacts } from "./find.ts";
import { run } from "./run.ts";
import { componentFacts, type ComponentName } from "./table.ts";

/**
 * Unpacks all packages of a folder into `root`, without installing anything.
 * @returns the complaint about one that couldn't be unpacked.
 */
export async function unpack(archives: string, root: string): Promise<string | undefined> {
  mkdirSync(root, { recursive: true });
  for (const file of readdirSync(archives).filter((name) => name.endsWith(".deb"))) {
    // The C library belongs to the system's loader: another version of it would break the program instead of helping it.
    if (file.startsWith("libc6_")) continue;
    const { code, stderr } = await run("dpkg", ["-x", join(archives, file), root], {
      within: 120_000,
    });
    if (code !== 0) return `${file}: ${stderr}`;
  }
  rmSync(archives, { recursive: true });
  return undefined;
}

/** Finds out what an unpacked program needs to run from where it is. */
export async function lookInto(name: ComponentName, root: string): Promise<CopyFacts | undefined> {
  const program = componentFacts[name].inside.find((path) => existsSync(join(root, path)));
  if (!program) return undefined;
  const libraries = await missingLibraries(join(root, program), root);
  const fonts =
    name === "chromium" && !existsSync("/etc/fonts/fonts.conf") ? ownFonts(root) : undefined;
  return { program, libraries, ...(fonts && { fonts }) };
}

/** The folders, inside root, of libraries that the system lacks; most often none. */
async function missingLibraries(program: string, root: string): Promise<string[]> {
  const all = librariesIn(root);
  const folders = new Set<string>();
  for (;;) {
    const env = {
      LD_LIBRARY_PATH: [...folders].map((folder) => join(root, folder)).join(":") || undefined,
    };
    const { stdout } = await run("ldd", [program], { within: 10_000, env });
    const missing = [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map((line) => line[1]!);
    const before = folders.size;
    for (const path of all) {
      if (missing.includes(basename(path))) folders.add(dirname(path));
    }
    // A library that was found now may itself need others.
    if (folders.size === before) return [...folders];
  }
}

function librariesIn(root: string): string[] {
  return ["lib", "usr/lib"].flatMap((folder) => {
    if (!existsSync(join(root, folder))) return [];
    const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
    return names.filter((name) => /\.so(\.|$)/.test(name)).map((name) => join(folder, name));
  });
}

/** Without any font settings Chromium shows no text. The paths are relative to the file, so the folder may be moved. */
function ownFonts(root: string): string {
  const file = join(root, "fonts.conf");
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>/usr/share/fonts</dir><dir prefix="relative">usr/share/fonts</dir><cachedir prefix="relative">font-cache</cachedir></fontconfig>
`,
  );
  return relative(root, file);
}
