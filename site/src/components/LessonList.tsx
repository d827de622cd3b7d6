import Link from "@docusaurus/Link";
import type { ReactNode } from "react";
import { lessonNumber, useLessons } from "../lessons.ts";
import { useLocale, useMessages } from "../messages/index.ts";
import type { PageKind } from "../../plugins/lessons/place.ts";

const bases: Record<PageKind, string> = { guide: "lessons", solution: "solutions", teach: "teach" };

/** The lessons there are, with what they are about and how long they take. */
export function LessonList({ kind = "guide" }: { kind?: PageKind }): ReactNode {
  const words = useMessages();
  const locale = useLocale();
  const lessons = useLessons().filter((lesson) => lesson.has[kind]);
  return (
    <ol className="lesson-list">
      {lessons.map((lesson) => (
        <li key={lesson.id}>
          <span className="lesson-number" aria-hidden="true">
            {lessonNumber(lesson)}
          </span>
          <div>
            <p className="lesson-title">
              <Link to={`/${bases[kind]}/${lesson.id}`}>{lesson.title[locale]}</Link>
            </p>
            <p>{lesson.summary[locale]}</p>
          </div>
          <p className="lesson-facts">
            <span>{words.minutes(lesson.minutes)}</span>
            <span>{words.tasks(lesson.tasks.length)}</span>
          </p>
        </li>
      ))}
    </ol>
  );
}
