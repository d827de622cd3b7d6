import { useMemo, type ReactNode } from "react";
import { Frame, nowInWords } from "./frame.tsx";
import { Legend } from "./legend.tsx";
import { LogList } from "./log-list.tsx";
import styles from "./process-map.module.css";
import { livePace } from "./schedule.ts";
import { Scrubber } from "./scrubber.tsx";
import { countUntil, timelineOf } from "./timeline.ts";
import { trimmed } from "./trim.ts";
import type { Lang, TraceEvent } from "./types.ts";
import { useFollow } from "./use-follow.ts";
import { useReducedMotion } from "./use-page.ts";
import { useThrottled } from "./use-throttled.ts";
import { wordsOf } from "./words.ts";

interface LiveProps {
  readonly events: readonly TraceEvent[];
  readonly lang: Lang;
  readonly caption?: ReactNode;
}

/** A run while it happens. `events` must be a new array whenever it has grown. */
export function Live({ events, lang, caption }: LiveProps): ReactNode {
  const words = wordsOf[lang];
  const held = useThrottled(events, 150);
  const timeline = useMemo(() => timelineOf(trimmed(held), livePace), [held]);
  const time = useFollow(timeline, useReducedMotion());
  const count = countUntil(timeline.final.log, time);
  return (
    <figure className={styles.map} lang={lang}>
      {caption && <figcaption className={styles.caption}>{caption}</figcaption>}
      <Frame timeline={timeline} time={time} lang={lang} />
      {held.length === 0 && <p className={styles.waiting}>{words.waiting}</p>}
      <Legend timeline={timeline} words={words} />
      <Scrubber
        timeline={timeline}
        time={time}
        words={words}
        now={nowInWords(timeline, time, lang)}
      />
      <LogList timeline={timeline} count={count} lang={lang} />
    </figure>
  );
}
