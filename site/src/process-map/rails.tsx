import { memo, type ReactNode } from "react";
import type { Ways } from "./beads.ts";
import type { Stage } from "./layout.ts";
import { drawn, round } from "./path.ts";
import styles from "./picture.module.css";

interface RailsProps {
  readonly stage: Stage;
  readonly ways: ReadonlyMap<number, Ways>;
}

/** The ways of requests and answers as hairlines. */
export const Rails = memo(function Rails({ stage, ways }: RailsProps): ReactNode {
  // A primary's own ways are drawn only by the beads that take them, which is rare.
  const toCups = [...ways.values()].filter(({ rest }) => !stage.pots.includes(rest));
  const lines = toCups.flatMap((way) => [drawn(way.in), drawn(way.out)]);
  return (
    <g className={styles.rails}>
      {[...new Set(lines)].map((line) => (
        <path key={line} d={line} />
      ))}
      {stage.rows.map(({ answers, foot }) => (
        <g key={foot}>
          <path className={styles.tip} d={`M7 ${answers - 4}L1 ${answers}L7 ${answers + 4}`} />
          <path className={styles.shelf} d={shelf(stage, foot)} />
        </g>
      ))}
    </g>
  );
});

function shelf({ cups, pitch }: Stage, foot: number): string {
  const xs = cups.filter(([, y]) => y === foot).map(([x]) => x);
  const [from, to] = [Math.min(...xs) - pitch * 0.44, Math.max(...xs) + pitch * 0.44];
  return `M${round(from)} ${round(foot + 1)}H${round(to)}`;
}
