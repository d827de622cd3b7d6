import { memo, useEffect, useRef, type ReactNode } from "react";
import { GlyphIcon } from "./glyph.tsx";
import type { LogEntry, Model } from "./model.ts";
import styles from "./log.module.css";
import { sentence } from "./sentences.ts";
import { realAt, type Timeline } from "./timeline.ts";
import type { Lang, State } from "./types.ts";
import { clock, wordsOf } from "./words.ts";

interface LogListProps {
  readonly timeline: Timeline;
  /** How many entries have happened; the rest is shown fainter. */
  readonly count: number;
  readonly lang: Lang;
  readonly onSeek?: (time: number) => void;
}

const most = 300;

/** All notable events in words: what the picture shows, for those who do not see it. */
export const LogList = memo(function LogList(props: LogListProps): ReactNode {
  const { timeline, count, lang, onSeek } = props;
  const list = useRef<HTMLOListElement>(null);
  const { log } = timeline.final;
  const first = Math.max(0, log.length - most);
  useEffect(() => {
    const box = list.current;
    const item = box?.children[count - 1 - first];
    // Only the list itself scrolls, never the page.
    if (!box || !(item instanceof HTMLElement)) return;
    const wanted = item.offsetTop + item.offsetHeight + 24 - box.clientHeight;
    // At the top stands a whole line, not the lower half of one.
    const top = [...box.children].find((row) => (row as HTMLElement).offsetTop >= wanted);
    box.scrollTop = Math.min((top as HTMLElement).offsetTop, item.offsetTop) - 3;
  }, [count, first]);
  return (
    <ol
      ref={list}
      className={styles.log}
      aria-label={wordsOf[lang].log}
      // A box that scrolls must be within reach of the keyboard; with buttons in it, it is.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={onSeek ? undefined : 0}
    >
      {log.slice(first).map((entry, i) => (
        <li
          key={first + i}
          data-ahead={first + i >= count || undefined}
          aria-current={first + i === count - 1 ? "step" : undefined}
        >
          <Line entry={entry} timeline={timeline} lang={lang} onSeek={onSeek} />
        </li>
      ))}
    </ol>
  );
});

type LineProps = Pick<LogListProps, "timeline" | "lang" | "onSeek"> & { readonly entry: LogEntry };

function Line({ entry, timeline, lang, onSeek }: LineProps): ReactNode {
  const state = stateOf(entry, timeline.final);
  const line = (
    <>
      <span className={styles.logTime}>{clock(realAt(timeline, entry.at))}</span>
      <span className={styles.logGlyph}>{state && <GlyphIcon state={state} />}</span>
      <span>{sentence(entry, timeline.final, lang)}</span>
    </>
  );
  if (!onSeek) return <span className={styles.logLine}>{line}</span>;
  return (
    <button type="button" className={styles.logLine} onClick={() => onSeek(entry.at + 1)}>
      {line}
    </button>
  );
}

function stateOf(entry: LogEntry, model: Model): State | undefined {
  switch (entry.kind) {
    case "start":
    case "fork":
      return "starting";
    case "listening":
      return "running";
    case "crash":
    case "exit":
    case "end":
      return model.processes[entry.pid]?.state;
    default:
      return undefined;
  }
}
