import Link from "@docusaurus/Link";
import { useId, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from "react";
import { Inline } from "./Inline.tsx";

type Props = { id: string; word: string; explain: string; children: ReactNode };

/** A word of the glossary: explained on hover and on focus, Escape hides it, the link leads there. */
export function Term({ id, word, explain, children }: Props): ReactNode {
  const tip = useId();
  const [hidden, setHidden] = useState(false);
  const show = (): void => setHidden(false);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") setHidden(true);
  };
  // The first tap of a finger shows the explanation; only the second one follows the link.
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    const finger = window.matchMedia("(hover: none)").matches;
    if (finger && document.activeElement !== event.currentTarget) {
      event.preventDefault();
      event.currentTarget.focus();
    }
  };
  return (
    <span className="term" data-hidden={hidden}>
      <Link
        to={`/glossary#${id}`}
        aria-describedby={tip}
        {...{ onClick, onKeyDown, onMouseEnter: show, onFocus: show }}
      >
        {children}
      </Link>
      <span className="term-tip" role="tooltip" id={tip}>
        <strong>{word}</strong> <Inline text={explain} />
      </span>
    </span>
  );
}
