import { readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { ROOT, shown, type Lesson } from "./lesson.ts";

/**
 * Notes how the course's own files are that a run of checks depends on: the lesson, its solution, its checks, the harness. A
 * program under check may write wherever the learner may; to keep it from that would take a sandbox that not every machine
 * has, so the run tells of it. Size and time show every change but one that is made to hide.
 * @param target the folder under check, which is not the course's.
 * @returns gives those that have been changed, added or removed since, as they are shown to the learner.
 */
export function noteOwnFiles({ name, folder }: Lesson, target: string): () => string[] {
  const whole = [
    join(folder, "starter"),
    join(ROOT, "solutions", name),
    join(ROOT, "test", "lessons", name),
    join(ROOT, "test", "harness"),
  ].filter((one) => relative(one, target) !== "");
  const look = () =>
    new Map([...statesIn(folder, false), ...whole.flatMap((one) => statesIn(one))]);
  const before = look();
  return () => {
    const after = look();
    const all = new Set([...before.keys(), ...after.keys()]);
    return [...all].filter((file) => before.get(file) !== after.get(file)).map(shown);
  };
}

/** Size and time of each file in a folder, by its path; none when the folder is not there. */
export function statesIn(folder: string, recursive = true): [string, string][] {
  try {
    return readdirSync(folder, { recursive, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [path, stateOf(path)]);
  } catch {
    return [];
  }
}

function stateOf(path: string): string {
  const now = statSync(path, { throwIfNoEntry: false }); // removed at this moment
  return `${now?.size} ${now?.mtimeMs}`;
}
