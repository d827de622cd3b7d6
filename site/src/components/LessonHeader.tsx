import Link from "@docusaurus/Link";
import { useDoc } from "@docusaurus/plugin-content-docs/client";
import type { ReactNode } from "react";
import { useLessonId, useLessons } from "../lessons.ts";
import { useLocale, useMessages } from "../messages/index.ts";

const tabs = [
  ["guide", "lessons"],
  ["solution", "solutions"],
  ["teach", "teach"],
] as const;

/** What stands above a lesson page: its number, title, minutes, and its sister pages. */
export function LessonHeader(): ReactNode {
  const words = useMessages();
  const other = useLocale() === "en" ? "zh-TW" : "en";
  const { metadata, frontMatter } = useDoc();
  const id = useLessonId();
  const lesson = useLessons().find((one) => one.id === id);
  if (!lesson) throw new Error(`There is no lesson ${id}.`);
  const here = tabs.find(([, base]) => metadata.slug.startsWith(`/${base}/`))?.[0] ?? "guide";
  const { summary, twin } = frontMatter as {
    summary?: string;
    twin?: { title: string; summary: string };
  };
  return (
    <header className="lesson-header">
      <p className="lesson-facts">
        <span>{words.lessonNo(lesson.number)}</span>
        <span>{words.minutes(lesson.minutes)}</span>
        <span>{words.tasks(lesson.tasks.length)}</span>
      </p>
      <h1>{metadata.title}</h1>
      {twin && (
        <p className="twin-line twin-title" lang={other}>
          {twin.title}
        </p>
      )}
      <p className="lesson-summary">
        {summary}
        {twin && (
          <span className="twin-line" lang={other}>
            {twin.summary}
          </span>
        )}
      </p>
      <nav className="lesson-pages" aria-label={words.pages}>
        {tabs
          .filter(([kind]) => lesson.has[kind])
          .map(([kind, base]) => (
            <Link
              key={kind}
              to={`/${base}/${id}`}
              aria-current={kind === here ? "page" : undefined}
            >
              {words[kind]}
            </Link>
          ))}
      </nav>
      {here === "solution" && <p className="solution-note">{words.solutionNote}</p>}
    </header>
  );
}
