import { existsSync } from "node:fs";
import { join } from "node:path";
import semver from "semver";
import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { readManifest } from "../../harness/install.ts";
import { askThrough } from "../../harness/router.ts";
import { task } from "../../harness/task.ts";
import { mustEndWithIt } from "./ends-with.ts";
import { customer, deploy } from "./platform.ts";

task("package", ({ check }) => {
  check("installs-complete", async (context) => {
    const { slug, boot } = await deploy(context);
    if (slug.missing.length > 0) throw new Finding("not-installable", { names: slug.missing });
    const outcome = await askThrough(await boot(), "/", { from: customer });
    if (outcome.kind !== "answer") throw new Finding("no-answer", endOf(outcome));
  });

  check("starts-without-procfile", async (context) => {
    const { slug, boot } = await deploy(context);
    const { scripts } = readManifest(slug.folder);
    // npm itself falls back to this.
    const fallback = existsSync(join(slug.folder, "server.js")) ? "node server.js" : undefined;
    const command = scripts?.["start"] ?? fallback;
    if (!command) throw new Finding("start-missing", {});
    const { program } = await boot(command);
    await mustEndWithIt(program!);
  });

  check("names-its-node", async ({ folder }) => {
    const range = readManifest(folder).engines?.["node"];
    if (range === undefined) throw new Finding("engines-missing", {});
    if (semver.validRange(range) === null) throw new Finding("engines-unreadable", { range });
    // Heroku warns of a range that later major versions fit as well.
    if (semver.satisfies("9999.0.0", range)) throw new Finding("engines-open", { range });
    const version = process.versions.node;
    if (!semver.satisfies(version, range)) throw new Finding("engines-other", { range, version });
  });
});
