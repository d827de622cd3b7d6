import { spawn } from "node:child_process";
import { once } from "node:events";
import { delimiter, dirname } from "node:path";

/** Where nginx is on systems that keep it off an ordinary user's PATH. */
const SYSTEM = ["/usr/sbin", "/opt/homebrew/bin"];

/** Takes a command line such as "WEB_CONCURRENCY=2 node server.ts" apart. */
export function parseRun(run: string): { env: Record<string, string>; command: string[] } {
  const words = run.split(" ");
  const first = words.findIndex((word) => !/^[A-Z_]+=/.test(word));
  const pairs = words.slice(0, first).map((word) => word.split("=") as [string, string]);
  return { env: Object.fromEntries(pairs), command: words.slice(first) };
}

/** Runs a command line in a shell, for at most `within` ms; gives all that it printed. */
export async function shell(
  line: string,
  { folder, env, within }: { folder: string; env: Record<string, string>; within: number },
): Promise<string> {
  const path = [dirname(process.execPath), process.env["PATH"], ...SYSTEM].join(delimiter);
  const child = spawn("sh", ["-c", line], {
    cwd: folder,
    env: { ...env, PATH: path, HOME: process.env["HOME"] },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true, // a group of its own, so that what it started in the background can be ended with it
  });
  const limit = setTimeout(() => process.kill(-child.pid!, "SIGKILL"), within);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (piece: string) => (text += piece));
  }
  await once(child, "close");
  clearTimeout(limit);
  return text;
}
