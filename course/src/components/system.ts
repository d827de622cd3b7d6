import { EXIT, ExpectedError } from "../expected-error.ts";
import type { Both } from "../words/cli.ts";
import { installCommand, isDebianLike } from "./command.ts";
import { findSystem, type Component } from "./find.ts";
import { here } from "./place.ts";
import { run, type Ran } from "./run.ts";
import { componentFacts, type ComponentName } from "./table.ts";
import { componentWords } from "./words.ts";

/**
 * Installs components for the whole system, as root, for CI machines; quick when they are there. Debian's packages start
 * their services: those that did not run before are stopped again, through the service manager, so that no other program
 * of the same name is touched.
 * @throws {ExpectedError} when this isn't root on a Debian-like system, or apt-get fails.
 */
export async function setupSystem(
  names: ComponentName[],
  { say = () => {} }: { say?: (words: Both) => void } = {},
): Promise<Component[]> {
  const place = here();
  const lacking: ComponentName[] = [];
  for (const name of names) if (!(await findSystem(name, place))) lacking.push(name);
  if (lacking.length > 0) {
    const command = installCommand(lacking, place);
    if (process.getuid?.() !== 0 || !isDebianLike(place))
      throw failed(componentWords.notRoot, command);
    say(command);
    await install(lacking, command);
  }
  const found = await Promise.all(names.map((name) => findSystem(name, place)));
  return found.filter((one) => one !== undefined);
}

async function install(names: ComponentName[], command: Both): Promise<void> {
  const services = names
    .map((name) => componentFacts[name].service)
    .filter((one) => one !== undefined);
  const ranBefore = await Promise.all(services.map(isRunning));
  const packages = names.flatMap((name) => componentFacts[name].packages);
  const args = ["-q", "install", "-y", "--no-install-recommends", ...packages];
  let ran = await run("apt-get", args, { within: 10 * 60_000 });
  if (ran.code !== 0) {
    // Most often the package lists are missing, as in a fresh container, or too old.
    await run("apt-get", ["-q", "update"], { within: 120_000 });
    ran = await run("apt-get", args, { within: 10 * 60_000 });
  }
  // Before the outcome is judged: a failed installation, too, may have started one.
  for (const [i, service] of services.entries()) {
    if (!ranBefore[i] && (await isRunning(service)))
      await run("service", [service, "stop"], { within: 30_000 });
  }
  if (ran.code !== 0)
    throw failed((typed) => componentWords.notInstalled(typed, why(ran)), command);
}

async function isRunning(service: string): Promise<boolean> {
  return (await run("service", [service, "status"], { within: 10_000 })).code === 0;
}

function failed(words: (command: string) => Both, command: Both): ExpectedError {
  return new ExpectedError(
    { en: words(command.en).en, "zh-TW": words(command["zh-TW"])["zh-TW"] },
    EXIT.failed,
  );
}

function why({ stderr }: Ran): string {
  return stderr.trim().split("\n").at(-1) ?? "";
}
