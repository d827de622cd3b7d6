import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

export interface RunOptions {
  /** Killed after so many milliseconds. */
  within: number;
  /** Added to the environment. */
  env?: Record<string, string | undefined>;
  /** Gets each line that the program writes to file descriptor 3. */
  onStatus?: (line: string) => void;
}

export interface Ran {
  /** null when it was killed, or could not be started. */
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a program of the system to its end; never throws, and always ends. Its words are in English, to be read by us. */
export function run(
  command: string,
  args: string[],
  { within, env, onStatus }: RunOptions,
): Promise<Ran> {
  const ran: Ran = { code: null, stdout: "", stderr: "" };
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ["ignore", "pipe", "pipe", onStatus ? "pipe" : "ignore"],
      env: { ...process.env, LC_ALL: "C", DEBIAN_FRONTEND: "noninteractive", ...env },
      timeout: within,
      killSignal: "SIGKILL",
    });
    child.stdout!.setEncoding("utf8").on("data", (text: string) => (ran.stdout += text));
    child.stderr!.setEncoding("utf8").on("data", (text: string) => (ran.stderr += text));
    const status = child.stdio[3] as Readable | null;
    if (onStatus && status) createInterface(status).on("line", onStatus);
    child.on("error", (error) => resolve({ ...ran, stderr: error.message }));
    child.on("close", (code) => resolve({ ...ran, code }));
    // A service that the program started may hold its output open for ever.
    child.on("exit", (code) => setTimeout(() => resolve({ ...ran, code }), 1000).unref());
  });
}
