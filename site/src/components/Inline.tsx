import { Fragment, type ReactNode } from "react";

/** Takes text with `code` between backticks, gives it as the page shows it. */
export function Inline({ text }: { text: string }): ReactNode {
  return text
    .split("`")
    .map((part, index) =>
      index % 2 === 1 ? <code key={index}>{part}</code> : <Fragment key={index}>{part}</Fragment>,
    );
}
