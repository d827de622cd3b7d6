import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { makeRecording, type Recordings } from "../../test/harness/recording.ts";
import { buildTarget, type BuiltTarget } from "../../test/harness/target.ts";
import { layersOf, ROOT, type Lesson } from "./lesson.ts";

/** The plans of a lesson's recordings; none when it has no recordings.ts. */
export async function recordingsOf(lesson: Lesson): Promise<Recordings> {
  const path = join(ROOT, "test", "lessons", lesson.name, "recordings.ts");
  if (!existsSync(path)) return {};
  return ((await import(pathToFileURL(path).href)) as { default: Recordings }).default;
}

/** In a lesson's recordings folder: from what each recording was made, or made again and found to be the same, as a hash. */
export const MADE_FROM = "made-from.json";

/**
 * Whether a recording was made from what stands here today: the program, the plan and the version of Node.js. Then it need not
 * be made again to know that it is right.
 */
export async function isFresh(lesson: Lesson, name: string): Promise<boolean> {
  const plan = (await recordingsOf(lesson))[name]!;
  const target = await layOut(lesson, plan.target);
  try {
    return readMadeFrom(lesson)[name] === (await originOf(lesson, target.folder));
  } finally {
    await target.remove();
  }
}

/**
 * Makes one recording of a lesson anew.
 * @param update writes it; otherwise it is compared, with all numbers ignored.
 * @returns what differs, in a sentence, or undefined.
 */
export async function record(
  lesson: Lesson,
  name: string,
  { update }: { update: boolean },
): Promise<string | undefined> {
  const plan = (await recordingsOf(lesson))[name]!;
  const target = await layOut(lesson, plan.target);
  try {
    const origin = await originOf(lesson, target.folder);
    const { text, events } = await makeRecording(plan, target.folder);
    const folder = join(lesson.folder, "recordings");
    const file = join(folder, `${name}.txt`);
    if (!update) {
      const recorded = await readFile(file, "utf8").catch(() => "");
      if (shape(recorded) !== shape(text)) return `${file} is out of date; now:\n${text}`;
      noteOrigin(lesson, name, origin);
      return undefined;
    }
    await mkdir(folder, { recursive: true });
    noteOrigin(lesson, name, origin);
    // A recording may be about its trace only.
    if (text !== "") await writeFile(file, text);
    if (plan.trace) {
      const start = events[0]?.at ?? 0;
      const relative = events.map((event) => ({
        ...event,
        at: Math.round((event.at - start) * 10) / 10,
      }));
      const lines = relative.map((event) => `    ${JSON.stringify(event)}`).join(",\n");
      await writeFile(join(folder, `${name}.trace.json`), `{\n  "events": [\n${lines}\n  ]\n}\n`);
    }
    return undefined;
  } finally {
    await target.remove();
  }
}

function layOut(lesson: Lesson, target: string): Promise<BuiltTarget> {
  return buildTarget({ lesson: lesson.folder, folders: layersOf(lesson, target) });
}

function readMadeFrom(lesson: Lesson): Record<string, string> {
  const file = join(lesson.folder, "recordings", MADE_FROM);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, string>) : {};
}

/** Not asynchronous: several recordings may be made side by side. */
function noteOrigin(lesson: Lesson, name: string, origin: string): void {
  const entries = Object.entries({ ...readMadeFrom(lesson), [name]: origin }).toSorted();
  const text = `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
  writeFileSync(join(lesson.folder, "recordings", MADE_FROM), text);
}

async function originOf(lesson: Lesson, folder: string): Promise<string> {
  const hash = createHash("sha256").update(process.version);
  hash.update(await readFile(join(ROOT, "test", "lessons", lesson.name, "recordings.ts")));
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  for (const file of files.toSorted()) {
    hash.update(file.slice(folder.length)).update(await readFile(file));
  }
  return hash.digest("hex").slice(0, 16);
}

/**
 * What must be the same in every recording of the same thing: the words, not the numbers; nor the order, because the lines of
 * several processes, and of standard output and error, reach us in the order of chance.
 */
function shape(text: string): string {
  const lines = text.replaceAll(/\d+(\.\d+)?/g, "0").split("\n");
  return lines.toSorted().join("\n");
}
