import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { makeRecording, type Recordings } from "../../test/harness/recording.ts";
import { buildTarget } from "../../test/harness/target.ts";
import { layersOf, ROOT, type Lesson } from "./lesson.ts";

/** The plans of a lesson's recordings; none when it has no recordings.ts. */
export async function recordingsOf(lesson: Lesson): Promise<Recordings> {
  const path = join(ROOT, "test", "lessons", lesson.name, "recordings.ts");
  if (!existsSync(path)) return {};
  return ((await import(pathToFileURL(path).href)) as { default: Recordings }).default;
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
  const target = await buildTarget({
    lesson: lesson.folder,
    folders: layersOf(lesson, plan.target),
  });
  try {
    const { text, events } = await makeRecording(plan, target.folder);
    const folder = join(lesson.folder, "recordings");
    const file = join(folder, `${name}.txt`);
    if (!update) {
      const recorded = await readFile(file, "utf8").catch(() => "");
      return shape(recorded) === shape(text) ? undefined : `${file} is out of date; now:\n${text}`;
    }
    await mkdir(folder, { recursive: true });
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

/** What must be the same in every recording of the same thing: the words, not the numbers. */
function shape(text: string): string {
  return text.replaceAll(/\d+(\.\d+)?/g, "0");
}
