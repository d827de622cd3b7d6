import { run } from "./run.ts";
import { componentFacts, type ComponentName } from "./table.ts";

/**
 * Asks a component's program for its version, which also shows that it can run here (all its libraries are found).
 * @returns for example "1.22.1", or undefined when it doesn't run.
 */
export async function versionOf(
  name: ComponentName,
  path: string,
  env: Record<string, string> = {},
): Promise<string | undefined> {
  const { code, stdout, stderr } = await run(path, [componentFacts[name].versionFlag], {
    within: 5000,
    env,
  });
  if (code !== 0) return undefined;
  // nginx writes "nginx version: nginx/1.22.1" to stderr; Redis "Redis server v=7.0.15 sha=…"; Chromium "Chromium 156.0…".
  return /\d+(\.\d+)+/.exec(stdout + stderr)?.[0];
}

/** Whether a version is another one, or newer: versionAtLeast("1.30.6", "1.29.7"). */
export function versionAtLeast(version: string, other: string): boolean {
  const [own, least] = [version, other].map((one) => one.split(".").map(Number));
  const differs = least!.findIndex((number, i) => (own![i] ?? 0) !== number);
  return differs === -1 || (own![differs] ?? 0) > least![differs]!;
}
