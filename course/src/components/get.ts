import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { EXIT, ExpectedError } from "../expected-error.ts";
import type { Both } from "../words/cli.ts";
import { privateApt } from "./apt.ts";
import { installCommand, isDebianLike, isUbuntu } from "./command.ts";
import { findComponent, openCopy, type Component } from "./find.ts";
import { alone } from "./lock.ts";
import { here, privateFolder, type Place } from "./place.ts";
import { componentFacts, type ComponentName } from "./table.ts";
import { lookInto, unpack } from "./unpack.ts";
import { componentWords } from "./words.ts";

/** A component is not here and can't be fetched; `command` is what the user can type instead. */
export class ComponentMissing extends ExpectedError {
  override name = "ComponentMissing";
  readonly component: ComponentName;
  readonly command: Both;

  constructor(component: ComponentName, command: Both, words: (command: string) => Both) {
    super({ en: words(command.en).en, "zh-TW": words(command["zh-TW"])["zh-TW"] }, EXIT.failed);
    this.component = component;
    this.command = command;
  }
}

export interface GetOptions {
  /** Gets the one line that tells what is being fetched; not called when nothing is. */
  say: (words: Both) => void;
  /** Gets the percentage that has been fetched. */
  onProgress?: (percent: number) => void;
  /** False where it is not to be fetched when it isn't here. */
  fetch?: boolean;
  place?: Place;
}

/**
 * Gives a component that is here, or else fetches a private copy: the distribution's own signed packages, unpacked into
 * `.course/components/<name>/`. Needs no root, installs nothing, starts no service.
 * @throws {ComponentMissing} when it isn't here and can't or may not be fetched; then nothing is left of the attempt.
 */
export async function getComponent(
  name: ComponentName,
  { say, onProgress, fetch = true, place = here() }: GetOptions,
): Promise<Component> {
  const found = await findComponent(name, place);
  if (found) return found;
  const { says } = componentFacts[name];
  const missing = (words: (command: string) => Both) =>
    new ComponentMissing(name, installCommand([name], place), words);
  if (process.env["COURSE_NO_DOWNLOAD"] === "1")
    throw missing((command) => componentWords.notAllowed(says, command));
  if (!fetch || !isDebianLike(place) || (name === "chromium" && isUbuntu())) {
    throw missing((command) => componentWords.notHere(says, command));
  }
  // One at a time for all components, because they share apt's lists.
  const wait = () => say(componentWords.waiting());
  return alone(place.home, wait, async () => {
    const byAnother = await findComponent(name, place);
    const options = { say, ...(onProgress && { onProgress }) };
    return byAnother ?? fetchCopy(name, place, missing, options);
  });
}

async function fetchCopy(
  name: ComponentName,
  place: Place,
  missing: (words: (command: string) => Both) => ComponentMissing,
  { say, onProgress = () => {} }: GetOptions,
): Promise<Component> {
  const { packages, says } = componentFacts[name];
  const folder = privateFolder(place, name);
  const part = `${folder}.part`;
  const notFetched = (why: string) =>
    missing((command) => componentWords.notFetched(says, command, causeIn(why)));
  // Left by an attempt that was killed. We hold the lock, so it is nobody's.
  rmSync(part, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  try {
    const apt = privateApt(place, join(part, "archives"));
    const updateSaid = await apt.update();
    const plan = await apt.plan(packages);
    if ("error" in plan) throw notFetched(updateSaid || plan.error);
    say(componentWords.fetching(says, plan));
    const complaint =
      (await apt.download(packages, onProgress)) ??
      (await unpack(join(part, "archives"), join(part, "root")));
    if (complaint) throw notFetched(complaint);
    const facts = await lookInto(name, join(part, "root"));
    if (!facts || !(await openCopy(name, part, facts))) {
      throw missing((command) => componentWords.doesNotRun(says, command));
    }
    writeFileSync(join(part, "copy.json"), `${JSON.stringify(facts, null, 2)}\n`);
    rmSync(folder, { recursive: true, force: true });
    renameSync(part, folder);
    return (await openCopy(name, folder, facts))!;
  } catch (error) {
    // Its lists may be the reason; the next attempt begins with new ones.
    rmSync(join(place.home, "apt"), { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

/** The line of apt's output that tells most: the first one with a cause, without the address that it is about. */
function causeIn(text: string): string {
  const lines = text.split("\n").map((line) =>
    line
      .trim()
      .replace(/^[EW]: /, "")
      .replace(/^Failed to fetch \S+\s*/, ""),
  );
  const told = lines.filter(Boolean);
  return (
    told.find((line) =>
      /could not|temporary failure|unable to|no space|not found|expired/i.test(line),
    ) ??
    told.at(-1) ??
    "apt-get"
  );
}
