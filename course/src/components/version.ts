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
