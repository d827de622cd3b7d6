import { useMemo, useRef, type ReactNode } from "react";
import { countUntil, modelAfter, type Timeline } from "./timeline.ts";
import { Picture } from "./picture.tsx";
import styles from "./picture.module.css";
import { sentence } from "./sentences.ts";
import type { Lang } from "./types.ts";
import { useShapes } from "./use-page.ts";
import { wordsOf } from "./words.ts";

/** The picture of one moment, in the drawing that fits the width. */
export function Frame(props: { timeline: Timeline; time: number; lang: Lang }): ReactNode {
  const { timeline, time, lang } = props;
  const box = useRef<HTMLDivElement>(null);
  const shapes = useShapes(box);
  const words = wordsOf[lang];
  const count = countUntil(timeline.events, time);
  // Beads move on every frame, the model only with an event.
  const model = useMemo(() => modelAfter(timeline, count), [timeline, count]);
  const label = [words.map, nowInWords(timeline, time, lang)].filter(Boolean).join(": ");
  return (
    <div ref={box} className={styles.frame}>
      {shapes.map((shape) => (
        <Picture key={shape} {...{ shape, timeline, model, time, words, label }} />
      ))}
    </div>
  );
}

/** The latest notable event at a moment, in words. */
export function nowInWords(timeline: Timeline, time: number, lang: Lang): string {
  const { log } = timeline.final;
  const entry = log[countUntil(log, time) - 1];
  return entry ? sentence(entry, timeline.final, lang) : "";
}
