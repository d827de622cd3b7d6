import { spawnSync } from "node:child_process";

/**
 * Makes a command run as on a machine that gives it one CPU only, while os.cpus() still lists all.
 * Linux: `taskset`, the real thing. Elsewhere: a preload that makes os.availableParallelism() give 1.
 */
export function limitToOneCpu(command: string[]): {
  command: string[];
  env?: Record<string, string>;
} {
  const cpu = firstCpu();
  if (cpu !== undefined) return { command: ["taskset", "-c", cpu, ...command] };
  const code =
    'import os from "node:os"; import { syncBuiltinESMExports } from "node:module";' +
    "os.availableParallelism = () => 1; syncBuiltinESMExports();";
  return {
    command: [
      command[0]!,
      `--import=data:text/javascript,${encodeURIComponent(code)}`,
      ...command.slice(1),
    ],
  };
}

/** The first CPU that this process may run on, or undefined where there is no taskset. */
function firstCpu(): string | undefined {
  const { stdout, status } = spawnSync("taskset", ["-cp", String(process.pid)], {
    encoding: "utf8",
  });
  return status === 0 ? /: (\d+)/.exec(stdout)?.[1] : undefined;
}
