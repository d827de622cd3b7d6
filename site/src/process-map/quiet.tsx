import { useMemo, useRef, type ReactNode } from "react";
import { IconButton } from "./controls.tsx";
import { Frame } from "./frame.tsx";
import { LogList } from "./log-list.tsx";
import styles from "./process-map.module.css";
import controlStyles from "./controls.module.css";
import { recordedPace } from "./schedule.ts";
import { stillTime } from "./still.ts";
import { countUntil, timelineOf } from "./timeline.ts";
import type { Lang, Trace } from "./types.ts";
import { usePlayback } from "./use-playback.ts";
import { useInSight, useReducedMotion } from "./use-page.ts";
import { wordsOf } from "./words.ts";

interface QuietProps {
  readonly trace: Trace;
  readonly lang: Lang;
  readonly caption?: ReactNode;
}

/**
 * A recorded run that plays by itself, over and over, while it is in sight. Its log is there for
 * screen readers, and for all who asked for no motion: they see one still picture and the log.
 */
export function Quiet({ trace, lang, caption }: QuietProps): ReactNode {
  const words = wordsOf[lang];
  const timeline = useMemo(() => timelineOf(trace.events, recordedPace), [trace]);
  const poster = useMemo(() => stillTime(timeline), [timeline]);
  const box = useRef<HTMLElement>(null);
  const reduced = useReducedMotion();
  const inSight = useInSight(box);
  const { duration, final } = timeline;
  const { time, playing, play, pause } = usePlayback({
    duration,
    poster,
    autoplay: true,
    loopAfter: 1500,
    active: inSight && !reduced,
  });
  const shown = reduced ? poster : time;
  return (
    <figure ref={box} className={`${styles.map} ${styles.quiet}`} lang={lang}>
      <Frame timeline={timeline} time={shown} lang={lang} />
      <figcaption className={styles.caption}>
        <span className={controlStyles.motion}>
          <IconButton
            icon={playing ? "pause" : "play"}
            word={playing ? words.pause : words.play}
            onClick={playing ? pause : play}
          />
        </span>
        <span>{caption ?? trace.title?.[lang]}</span>
      </figcaption>
      <div className={styles.stillOnly}>
        <LogList timeline={timeline} count={countUntil(final.log, shown)} lang={lang} />
      </div>
    </figure>
  );
}
