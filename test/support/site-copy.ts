import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * Builds one language of the site of a copy of the course.
 * @returns what the build said, and whether it went through.
 */
export function buildCopy(
  course: string,
  locale: string,
): Promise<{ built: boolean; said: string }> {
  const site = join(course, "site");
  const core = createRequire(join(site, "package.json")).resolve("@docusaurus/core/package.json");
  const words = [join(dirname(core), "bin", "docusaurus.mjs"), "build", "--locale", locale];
  const env = { ...process.env, NODE_ENV: "production", DISABLE_VERSION_CHECK: "true" };
  return new Promise((resolve) => {
    execFile(process.execPath, words, { cwd: site, env }, (error, stdout, stderr) =>
      resolve({ built: !error, said: stdout + stderr }),
    );
  });
}
