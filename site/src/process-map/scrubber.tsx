import { useMemo, type ReactNode } from "react";
import { lanesOf, marksOf } from "./lane-bars.ts";
import { Lanes, percent } from "./lanes.tsx";
import styles from "./lanes.module.css";
import { slotsOf } from "./slots.ts";
import { realAt, type Timeline } from "./timeline.ts";
import { clock, type Words } from "./words.ts";

interface ScrubberProps {
  readonly timeline: Timeline;
  readonly time: number;
  readonly words: Words;
  /** What just happened, in words, for those who move along the axis without seeing it. */
  readonly now: string;
  /** Without it, the lanes only show (the live view). */
  readonly onSeek?: (time: number) => void;
}

/** The time axis: swim-lanes, ticks, and one slider over all of them. */
export function Scrubber({ timeline, time, words, now, onSeek }: ScrubberProps): ReactNode {
  const { duration } = timeline;
  const lanes = useMemo(() => lanesOf(timeline, slotsOf(timeline.final)), [timeline]);
  const marks = useMemo(() => marksOf(timeline), [timeline]);
  const skips = useMemo(() => timeline.skips.map((skip) => skip / timeline.duration), [timeline]);
  const position = clock(realAt(timeline, time));
  const end = clock(timeline.real.at(-1) ?? 0);
  return (
    <div className={styles.scrubber}>
      <Lanes lanes={lanes} marks={marks} skips={skips} words={words} />
      <div className={styles.plot}>
        <span
          className={styles.playhead}
          style={{ transform: `translateX(${percent(time / duration)})` }}
        />
        {onSeek && (
          <input
            className={styles.slider}
            type="range"
            min={0}
            max={Math.round(duration)}
            step={50}
            value={Math.round(time)}
            aria-label={words.time}
            aria-valuetext={[words.of(position, end), now].filter(Boolean).join(": ")}
            onChange={(event) => onSeek(Number(event.currentTarget.value))}
          />
        )}
      </div>
    </div>
  );
}
