import MDXComponents from "@theme-original/MDXComponents";
import { Fragment, type ReactNode } from "react";
import { Diagram } from "../../components/Diagram.tsx";
import { ProcessMapFigure } from "../../components/ProcessMapFigure.tsx";
import { Question, Quiz } from "../../components/Quiz.tsx";
import { Hint, Hints, Task } from "../../components/Task.tsx";
import { Term } from "../../components/Term.tsx";
import { Terminal } from "../../components/Terminal.tsx";

type Box = { children: ReactNode };

/** What a lesson page may use without importing it. */
export default {
  ...MDXComponents,
  Answer: ({ children }: Box) => <div className="answer">{children}</div>,
  Choice: Fragment,
  Diagram,
  Hint,
  Hints,
  ProcessMap: ProcessMapFigure,
  Prompt: ({ children }: Box) => <div className="prompt">{children}</div>,
  Question,
  Quiz,
  // A table that is wider than its column scrolls in a box that the keyboard can reach.
  table: (props: Box) => (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- else only a mouse could scroll it
    <figure className="table" tabIndex={0} {...twinOf(props)}>
      <table>{props.children}</table>
    </figure>
  ),
  Task,
  Term,
  Terminal,
};

function twinOf(props: Box & { className?: string; lang?: string }): object {
  return props.lang ? { className: `table ${props.className}`, lang: props.lang } : {};
}
