import { spawnSync } from "node:child_process";

const IS_ROOT = process.getuid?.() === 0;

export interface Surroundings {
  /** Shell commands that make them; the first argument is "$1", and so on. */
  prepare: string;
  /** Shell commands that look at what has become of them, or undo them. */
  after?: string;
  /** A network of its own, with nothing in it; else the machine's. */
  net?: boolean;
}

/**
 * A command that runs another one in surroundings of its own: what is mounted or configured there, nobody else sees, and it is gone
 * when the command has ended, however it ends.
 */
export function apart(
  { prepare, after = "", net = false }: Surroundings,
  args: string[],
): string[] {
  return [...unshare(net), ...shell(prepare, after, args)];
}

/** Why that can't be done here; undefined when it can. A system may forbid it to ordinary users, and a container to root. */
export function whyNotApart(): string | undefined {
  const [command, ...words] = unshare(true);
  const tried = spawnSync(command!, [...words, "sh", "-c", "mount -t tmpfs tmpfs /mnt && ip link"]);
  if (tried.status === 0) return undefined;
  return `no namespaces here: ${String(tried.stderr ?? tried.error).trim()}`;
}

/**
 * A command that runs another one while a folder can't be written to: for root, whom modes don't keep from writing, on a read-only
 * mount.
 * @param undo where modes are given back; copies that are made of it meanwhile are as read-only.
 */
export function whileReadOnly(folder: string, undo = folder): string[] {
  if (IS_ROOT) {
    const prepare = 'mount --bind "$1" "$1"; mount -o remount,bind,ro "$1"';
    return apart({ prepare }, [folder]);
  }
  return shell('chmod -R a-w "$1"', 'chmod -R u+w "$2"', [folder, undo]);
}

function unshare(net: boolean): string[] {
  const as = IS_ROOT ? [] : ["--map-root-user"];
  return ["unshare", ...as, "--mount", ...(net ? ["--net"] : [])];
}

/** The arguments come first, then the command; "--" stands between. */
function shell(prepare: string, after: string, args: string[]): string[] {
  const shift = `shift ${args.length + 1}`;
  // In functions, because "$@" is the command later on.
  const script = `prepare() { ${prepare}\n}; after() { ${after || ":"}\n}
set -e; prepare "$@"; set +e
( ${shift}; exec "$@" ); code=$?
after "$@"; exit $code`;
  return ["sh", "-c", script, "sh", ...args, "--"];
}
