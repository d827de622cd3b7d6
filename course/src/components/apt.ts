import {
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Place } from "./place.ts";
import { run } from "./run.ts";

const SYSTEM_LISTS = "/var/lib/apt/lists";
const HOUR = 3_600_000;

/** apt with the system's sources and keys, so that every package is checked as always, but with folders of our own. */
export interface PrivateApt {
  /** Brings the package lists up to date, unless that was done within the hour. Not judged: what lacks shows later. */
  update(): Promise<string>;
  /** What must be fetched so that these packages can run here. */
  plan(packages: string[]): Promise<{ count: number; bytes: number } | { error: string }>;
  /** Fetches that into the folder of archives. @returns apt's complaint, or undefined when all is there. */
  download(packages: string[], onProgress: (percent: number) => void): Promise<string | undefined>;
}

/** Prepares it: lists in `.course/apt`, packages in `archives`. An ordinary user may do all of it. */
export function privateApt(place: Place, archives: string): PrivateApt {
  const folder = join(place.home, "apt");
  const lists = join(folder, "lists");
  const config = join(folder, "apt.conf");
  mkdirSync(join(lists, "partial"), { recursive: true });
  mkdirSync(join(archives, "partial"), { recursive: true });
  seedLists(lists);
  writeFileSync(config, configOf({ lists, archives, status: place.status }));
  const install = (packages: string[], ...more: string[]) => [
    "-q",
    "-c",
    config,
    "install",
    "-y",
    "--no-install-recommends",
    "--reinstall",
    ...more,
    ...packages,
  ];
  return {
    async update() {
      const stamp = join(folder, "updated");
      if (existsSync(stamp) && Date.now() - statSync(stamp).mtimeMs < HOUR) return "";
      const { code, stderr } = await run("apt-get", ["-q", "-c", config, "update"], {
        within: 90_000,
      });
      // A source of somebody else's that doesn't answer must not stop us.
      if (code === 0 && !stderr) writeFileSync(stamp, "");
      return stderr;
    },
    async plan(packages) {
      const { code, stdout, stderr } = await run("apt-get", install(packages, "--print-uris"), {
        within: 30_000,
      });
      if (code !== 0) return { error: stderr };
      const sizes = [...stdout.matchAll(/^'[^']+' \S+ (\d+)/gm)].map((line) => Number(line[1]));
      return { count: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
    },
    async download(packages, onProgress) {
      const args = install(packages, "--download-only", "-o", "APT::Status-Fd=3");
      const { code, stderr } = await run("apt-get", args, {
        within: 15 * 60_000,
        onStatus(line) {
          const [kind, , percent] = line.split(":");
          if (kind === "dlstatus") onProgress(Number(percent));
        },
      });
      return code === 0 ? undefined : stderr;
    },
  };
}

/** Links to the lists that the system already has: then only what changed since is fetched. Ours are never written through them. */
function seedLists(lists: string): void {
  if (!existsSync(SYSTEM_LISTS)) return;
  for (const name of readdirSync(SYSTEM_LISTS).filter((one) =>
    /_(InRelease|Release|Packages)/.test(one),
  )) {
    const ours = join(lists, name);
    if (existsSync(ours)) continue;
    rmSync(ours, { force: true }); // a link whose file is gone
    symlinkSync(join(SYSTEM_LISTS, name), ours);
  }
}

/** See apt.conf(5). It comes by `-c`, which is read after the system's own settings: proxies stay, hooks can be cleared. */
function configOf({
  lists,
  archives,
  status,
}: {
  lists: string;
  archives: string;
  status: string | undefined;
}): string {
  const lines = [
    // Hooks that desktops and container images add; they work on the system's folders.
    ...["Pre-Invoke", "Post-Invoke", "Post-Invoke-Success"].map(
      (hook) => `#clear APT::Update::${hook};`,
    ),
    `Dir::State::Lists "${lists}";`,
    `Dir::Cache::archives "${archives}";`,
    ...(status === undefined ? [] : [`Dir::State::status "${status}";`]),
    `Dir::Cache::pkgcache "";`,
    `Dir::Cache::srcpkgcache "";`,
    // The lock is dpkg's and belongs to root; nothing is installed, so nothing needs it. Our own is in lock.ts.
    `Debug::NoLocking "true";`,
    // As root, apt would fetch as the user _apt, who can't write to our folders.
    ...(process.getuid?.() === 0 ? [`APT::Sandbox::User "root";`] : []),
    `Acquire::Languages "none";`,
    `Acquire::GzipIndexes "true";`,
    ...["deb::DEP-11", "deb::CNF", "deb::Contents-deb"].map(
      (one) => `Acquire::IndexTargets::${one}::DefaultEnabled "false";`,
    ),
    `Acquire::http::Timeout "15";`,
    `Acquire::https::Timeout "15";`,
    `Acquire::Retries "1";`,
  ];
  return `${lines.join("\n")}\n`;
}
