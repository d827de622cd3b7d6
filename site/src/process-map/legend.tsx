import type { ReactNode } from "react";
import { BeadShape } from "./bead.tsx";
import type { Outcome } from "./journeys.ts";
import styles from "./controls.module.css";
import laneStyles from "./lanes.module.css";
import shapeStyles from "./shapes.module.css";
import type { Timeline } from "./timeline.ts";
import type { Words } from "./words.ts";

/** The shapes of the beads in words; only those that occur in this run. */
export function Legend({ timeline, words }: { timeline: Timeline; words: Words }): ReactNode {
  const { journeys, beadWorth, final, skips } = timeline;
  const occurs = new Set(journeys.map(({ outcome }) => outcome));
  const crashed = Object.values(final.processes).some(({ state }) => state === "crashed");
  if (journeys.length === 0 && !crashed && skips.length === 0) return null;
  return (
    <ul className={styles.legend}>
      {journeys.length > 0 && <Item outcome="open" word={words.request} />}
      {occurs.has("answered") && <Item outcome="answered" word={words.answer} />}
      {occurs.has("failed") && <Item outcome="failed" word={words.failed} />}
      {occurs.has("aborted") && <Item outcome="aborted" word={words.aborted} />}
      {crashed && (
        <li>
          <span className={styles.tallyMark}>× 1</span> {words.earlier}
        </li>
      )}
      {skips.length > 0 && (
        <li>
          <span className={laneStyles.skipMark} /> {words.skipped}
        </li>
      )}
      {beadWorth > 1 && <li>{words.worth(beadWorth)}</li>}
    </ul>
  );
}

function Item({ outcome, word }: { outcome: Outcome; word: string }): ReactNode {
  return (
    <li>
      <svg className={shapeStyles.icon} viewBox="-6 -6 12 12" aria-hidden="true">
        <BeadShape outcome={outcome} />
      </svg>{" "}
      {word}
    </li>
  );
}
