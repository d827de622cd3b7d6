import { memo, type CSSProperties, type ReactNode } from "react";
import { GlyphIcon } from "./glyph.tsx";
import type { Bar, Lane, Mark } from "./lane-bars.ts";
import styles from "./lanes.module.css";
import { clock, type Words } from "./words.ts";

interface LanesProps {
  readonly lanes: readonly Lane[];
  readonly marks: readonly Mark[];
  /** Shares of the axis at which idle time was left out. */
  readonly skips: readonly number[];
  readonly words: Words;
}

/** The lives of all processes side by side on one time axis. */
export const Lanes = memo(function Lanes({ lanes, marks, skips, words }: LanesProps): ReactNode {
  const height = Math.max(7, Math.min(20, Math.floor(300 / lanes.length)));
  const rows = lanes.map((lane) => (
    <div key={lane.key} className={styles.lane} style={{ height }}>
      <span className={styles.laneName}>{height > 10 && laneName(lane, words)}</span>
      <div className={styles.laneTrack}>
        {lane.bars.map((bar) => (
          <LaneBar key={bar.process.pid} bar={bar} height={height} />
        ))}
      </div>
    </div>
  ));
  return (
    <>
      <div className={styles.axis}>
        {marks.map(({ share, kind, real, minor }, i) => (
          <span key={i} className={styles.mark} data-kind={kind} style={left(share)}>
            {real !== undefined && <i data-minor={minor || undefined}>{clock(real)}</i>}
          </span>
        ))}
      </div>
      {rows}
      <div className={styles.skips}>
        {skips.map((share) => (
          <span key={share} className={styles.skip} style={left(share)} title={words.skipped} />
        ))}
      </div>
    </>
  );
});

function LaneBar({ bar, height }: { bar: Bar; height: number }): ReactNode {
  const { from, ready, to, end, requests } = bar;
  return (
    <>
      <span className={styles.barStarting} style={span(from, ready)} />
      {to > ready && <span className={styles.barRunning} style={span(ready, to)} />}
      <svg className={styles.barRequests} viewBox="0 0 1000 10" preserveAspectRatio="none">
        <path d={requests.map((share) => `M${Math.round(share * 1000)} 2V8`).join("")} />
      </svg>
      <span className={styles.barFork} style={left(from)} />
      {end && height > 10 && (
        <span className={styles.barEnd} style={left(to)}>
          <GlyphIcon state={end} />
        </span>
      )}
    </>
  );
}

function laneName({ kind, bars }: Lane, words: Words): ReactNode {
  const [first] = bars.map(({ process }) => process);
  const ids = bars.map(({ process }) => process.worker ?? process.pid);
  const shown = ids.length > 3 ? `${ids[0]} … ${ids.at(-1)}` : ids.join(", ");
  const noun = kind === "pot" ? words.primary : first?.worker ? words.worker : words.process;
  return `${noun} ${kind === "pot" ? "" : shown}`;
}

function left(share: number): CSSProperties {
  return { left: percent(share) };
}

function span(from: number, to: number): CSSProperties {
  return { ...left(from), width: percent(Math.max(0, to - from)) };
}

/** Two decimals, so that server and browser write the same. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
