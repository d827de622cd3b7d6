import Link from "@docusaurus/Link";
import type { ReactNode } from "react";
import { useMessages } from "../messages/index.ts";
import { Terminal } from "./Terminal.tsx";

type Props = {
  id: string;
  lesson: string;
  number: string;
  minutes: string;
  section: string;
  sectionTitle?: string;
  byHand?: string;
  children: ReactNode;
};

/** A task of a lesson. The build fills it from front matter and lesson.json (plugins/markdown/tasks.ts). */
export function Task(props: Props): ReactNode {
  const { id, lesson, number, minutes, section, sectionTitle, byHand, children } = props;
  const words = useMessages();
  const command = `npx pnpm test lessons/${number.padStart(2, "0")} --task ${id}`;
  return (
    <section className="task" data-lesson={lesson} data-task={id} aria-labelledby={`task-${id}`}>
      <p className="task-facts">
        <span>{words.minutes(Number(minutes))}</span>
        <span>
          {words.readFirst}
          <Link to={`#${section}`}>{sectionTitle ?? section}</Link>
        </span>
      </p>
      {children}
      {byHand && (
        <div className="task-part">
          <p className="task-label">{words.seeItFail}</p>
          <Terminal text={byHand.replaceAll(/^/gm, "$ ")} />
        </div>
      )}
      <div className="task-part">
        <p className="task-label">{words.check}</p>
        <Terminal text={`$ ${command}`} />
      </div>
    </section>
  );
}

/** The hints of a task. CSS shows the next one only when the one before it is open. */
export function Hints({ children }: { children: ReactNode }): ReactNode {
  return <div className="hints">{children}</div>;
}

/** One hint. */
export function Hint({ index, count, children }: HintProps): ReactNode {
  const words = useMessages();
  return (
    <details className="hint">
      <summary>{words.hint(Number(index), Number(count))}</summary>
      <div>{children}</div>
    </details>
  );
}

type HintProps = { index: string; count: string; children: ReactNode };
