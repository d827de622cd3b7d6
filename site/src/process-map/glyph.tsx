import type { ReactNode } from "react";
import styles from "./shapes.module.css";
import type { State } from "./types.ts";

/** The shape of a state, 10 by 10 around the origin: half full, full, a cross, an empty square. */
export function Glyph({ state }: { state: State }): ReactNode {
  return (
    <g className={styles.glyph} data-state={state}>
      {shapes[state]}
    </g>
  );
}

/** The same shape outside a picture, for lines of text. */
export function GlyphIcon({ state }: { state: State }): ReactNode {
  return (
    <svg className={styles.icon} viewBox="-6 -6 12 12" aria-hidden="true">
      <Glyph state={state} />
    </svg>
  );
}

const shapes: Readonly<Record<State, ReactNode>> = {
  starting: (
    <>
      <circle r="4" className={styles.glyphLine} />
      <path d="M-4 0A4 4 0 0 0 4 0Z" />
    </>
  ),
  running: <circle r="4.5" />,
  crashed: <path d="M-4 -4L4 4M4 -4L-4 4" className={styles.glyphLine} />,
  stopped: <rect x="-3.6" y="-3.6" width="7.2" height="7.2" className={styles.glyphLine} />,
};
