import { memo, type ReactNode } from "react";
import { crackPath, cupPath, pearlAt, teaPath } from "./cup-shape.ts";
import { dropAt, strawAt } from "./layout.ts";
import { round } from "./path.ts";
import styles from "./picture.module.css";
import shapeStyles from "./shapes.module.css";
import type { State } from "./types.ts";

export interface CupProps {
  readonly state: State;
  readonly leaving: boolean;
  /** How full it is, 0 to 1. */
  readonly level: number;
  /** How far the straw is in, or the broken cup tilted, 0 to 1. */
  readonly turn: number;
  readonly inFlight: number;
  /** Height of the straw's upper end over the lid, in units of the cup. */
  readonly reach: number;
}

const most = 12;

/** One process as a cup, its foot on the origin. Every state differs in shape, not only in colour. */
export const Cup = memo(function Cup(props: CupProps): ReactNode {
  const { state, leaving, level, turn, inFlight, reach } = props;
  const crashed = state === "crashed";
  const tilt = crashed ? `rotate(${round(turn * 11)} 20 0)` : undefined;
  return (
    <g className={leaving ? styles.leaving : undefined} data-state={state}>
      {crashed && <Puddle spread={turn} />}
      <g transform={tilt}>
        {state === "running" && <Straw reach={reach} turn={turn} />}
        <path className={styles.paper} d={`${cupPath()}Z`} />
        {level > 0.02 && <path className={styles.tea} d={teaPath(level)} />}
        {Array.from({ length: Math.min(inFlight, most) }, (_, i) => {
          const [x, y] = pearlAt(i);
          return <circle key={i} className={shapeStyles.pearl} cx={x} cy={y} r="4" />;
        })}
        <path className={styles.glass} d={`${cupPath()}${crashed ? "" : "Z"}`} />
        {crashed ? <path className={styles.crack} d={crackPath} /> : <Lid open={leaving} />}
      </g>
    </g>
  );
});

/** The sealed film, with a hole through which requests drop. */
function Lid({ open }: { open: boolean }): ReactNode {
  if (open) return <path className={styles.lid} d="M-34 -80H34" />;
  return <path className={styles.lid} d={`M-34 -80H${dropAt - 6}M${dropAt + 6} -80H34`} />;
}

function Straw({ reach, turn }: { reach: number; turn: number }): ReactNode {
  const top = round(-78 - reach * turn);
  return (
    <path
      className={styles.straw}
      d={`M${strawAt - 3.6} -74V${top}L${strawAt + 3.6} ${round(top + 5)}V-74`}
      opacity={turn}
    />
  );
}

function Puddle({ spread }: { spread: number }): ReactNode {
  return (
    <g opacity={spread}>
      <ellipse className={styles.puddle} cx={22} cy={2} rx={round(12 + 24 * spread)} ry={4.4} />
      <circle className={styles.puddle} cx={round(44 + 8 * spread)} cy={-7} r={2.4} />
      <circle className={styles.puddle} cx={round(50 + 9 * spread)} cy={-16} r={1.6} />
    </g>
  );
}
