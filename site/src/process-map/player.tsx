import { useMemo, useState, type ReactNode } from "react";
import { IconButton, Speed } from "./controls.tsx";
import { Frame, nowInWords } from "./frame.tsx";
import { Legend } from "./legend.tsx";
import { LogList } from "./log-list.tsx";
import styles from "./process-map.module.css";
import controlStyles from "./controls.module.css";
import { recordedPace } from "./schedule.ts";
import { Scrubber } from "./scrubber.tsx";
import { stillTime } from "./still.ts";
import { countUntil, timelineOf } from "./timeline.ts";
import type { Lang, Trace } from "./types.ts";
import { usePlayback } from "./use-playback.ts";
import { wordsOf } from "./words.ts";

interface PlayerProps {
  readonly trace: Trace;
  readonly lang: Lang;
  readonly caption?: ReactNode;
}

/** A recorded run with everything to go through it. It waits for the reader to press play. */
export function Player({ trace, lang, caption }: PlayerProps): ReactNode {
  const words = wordsOf[lang];
  const timeline = useMemo(() => timelineOf(trace.events, recordedPace), [trace]);
  const poster = useMemo(() => stillTime(timeline), [timeline]);
  const { duration, final } = timeline;
  const playback = usePlayback({ duration, poster });
  const { time, playing, speed, play, pause, restart, seek, setSpeed } = playback;
  const [announced, setAnnounced] = useState(false);
  const count = countUntil(final.log, time);
  const now = nowInWords(timeline, time, lang);
  const jump = (step: number): void => {
    pause();
    const here = step < 0 ? countUntil(final.log, time - 2) : count + 1;
    seek(here === 0 ? 0 : (final.log[here - 1]?.at ?? duration) + 1);
  };
  return (
    <figure className={styles.map} lang={lang}>
      <figcaption className={styles.caption}>{caption ?? trace.title?.[lang]}</figcaption>
      <Frame timeline={timeline} time={time} lang={lang} />
      <Legend timeline={timeline} words={words} />
      <div className={controlStyles.controls}>
        <span className={controlStyles.motion}>
          {playing ? (
            <IconButton icon="pause" word={words.pause} text onClick={pause} />
          ) : (
            <IconButton icon="play" word={words.play} text onClick={play} />
          )}
          <IconButton icon="restart" word={words.restart} onClick={restart} />
        </span>
        <IconButton icon="previous" word={words.previous} onClick={() => jump(-1)} />
        <IconButton icon="next" word={words.next} onClick={() => jump(1)} />
        <Speed speed={speed} words={words} onChange={setSpeed} />
        <label className={controlStyles.announce}>
          <input
            type="checkbox"
            checked={announced}
            onChange={(event) => setAnnounced(event.currentTarget.checked)}
          />
          {words.announce}
        </label>
      </div>
      <Scrubber timeline={timeline} time={time} words={words} now={now} onSeek={seek} />
      <LogList timeline={timeline} count={count} lang={lang} onSeek={seek} />
      <p className={styles.unseen} aria-live={announced ? "polite" : "off"}>
        {announced ? now : ""}
      </p>
    </figure>
  );
}
