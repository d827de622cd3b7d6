import { lessonNames, readLesson, type Lesson } from "./lesson.ts";
import { locateLesson } from "./locate.ts";
import { progressOf, readProgress } from "./progress.ts";

/** The lesson that was typed; else the last one worked on, while it has unsolved tasks; else the first unsolved one. */
export function chosenLesson(typed?: string): Lesson {
  if (typed) return locateLesson(typed);
  const { last } = readProgress();
  const lessons = lessonNames().map(readLesson);
  return (
    lessons.find(({ id }) => id === last) ??
    lessons.find((lesson) => !isSolved(lesson)) ??
    lessons[0]!
  );
}

/** Whether all tasks of a lesson have passed. */
export function isSolved(lesson: Lesson): boolean {
  return progressOf(lesson).solved.length === lesson.tasks.length;
}

/** The first task that has not passed yet. */
export function unsolvedTask(lesson: Lesson): Lesson["tasks"][number] | undefined {
  const { solved } = progressOf(lesson);
  return lesson.tasks.find(({ id }) => !solved.includes(id));
}
