import type { ReactNode } from "react";
import type { Outcome } from "./journeys.ts";
import styles from "./shapes.module.css";

const cross = "M-3 -3L3 3M3 -3L-3 3";

const shapes: Readonly<Record<Outcome, ReactNode>> = {
  open: <circle className={styles.pearl} r="4.2" />,
  answered: <circle className={styles.ring} r="3.6" />,
  failed: <path className={styles.diamond} d="M0 -5L5 0L0 5L-5 0Z" />,
  aborted: <path className={styles.cross} d={cross} />,
  lost: <path className={styles.crossBad} d={cross} />,
};

/** A request as a tapioca pearl; its outcome changes its shape. */
export function BeadShape({ outcome }: { outcome: Outcome }): ReactNode {
  return shapes[outcome];
}
