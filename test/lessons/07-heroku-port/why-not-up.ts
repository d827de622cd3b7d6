import { statusOf, type Dyno } from "../../harness/dyno.ts";
import { Finding } from "../../harness/finding.ts";
import { readManifest } from "../../harness/install.ts";
import { portsOf } from "../../harness/open-ports.ts";
import type { Slug } from "../../harness/slug.ts";

/** Why a web dyno did not come up: as far as it shows, the cause. */
export function whyNotUp(dyno: Dyno, command: string, slug: Slug): Finding {
  const { exit, stderr, trace, port, crash } = dyno.program!;
  const text = stderr.text;
  const { devDependencies = {}, optionalDependencies = {} } = readManifest(slug.folder);

  const lost = /Cannot find (?:package|module) '([^'./][^']*)'/.exec(text)?.[1];
  if (lost) {
    const name = lost.split("/", lost.startsWith("@") ? 2 : 1).join("/");
    // One that may be missing is no fault of the install, but of a program that can't do without.
    if (name in optionalDependencies) return new Finding("not-installable", { names: [name] });
    const id = name in devDependencies ? "dependency-dev-only" : "dependency-unlisted";
    return new Finding(id, { name }, "crashed");
  }
  const unknown = /(?:^|: )([\w.-]+): (?:command )?not found/m.exec(text)?.[1];
  if (unknown) return new Finding("command-not-found", { command, tool: unknown }, "crashed");
  const ports = portsOf({ trace });
  const elsewhere = ports.find((one) => one !== port);
  if (elsewhere !== undefined && !ports.includes(port)) {
    const named = command.includes(String(elsewhere));
    return new Finding("web-binds-elsewhere", { command, port: elsewhere, named });
  }
  if (!dyno.timedOut) {
    const status = statusOf(exit);
    const message = crash?.message ?? dyno.program!.output.tail(1)[0];
    const place = message?.replaceAll(`${slug.folder}/`, "");
    return new Finding("web-crashes", { command, status, message: place }, "crashed");
  }
  if (ports.length === 0) return new Finding("web-never-binds", { command }, "timed-out");
  return new Finding("web-loopback-only", { command });
}
