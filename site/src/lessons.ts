import { useDoc } from "@docusaurus/plugin-content-docs/client";
import { usePluginData } from "@docusaurus/useGlobalData";
import type { LessonBrief } from "../plugins/lessons/read.ts";

export type { LessonBrief };

/** Gives all lessons there are, in order. */
export function useLessons(): LessonBrief[] {
  return (usePluginData("uptime-lessons") as { lessons: LessonBrief[] }).lessons;
}

/** Gives the id of the lesson whose page this is. */
export function useLessonId(): string {
  return useDoc().metadata.slug.split("/").at(-1) ?? "";
}

/** Takes a number of a lesson, gives it as folders write it. */
export function lessonNumber(lesson: LessonBrief): string {
  return String(lesson.number).padStart(2, "0");
}
