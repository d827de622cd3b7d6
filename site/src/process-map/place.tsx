import type { ReactNode } from "react";
import { Cup } from "./cup.tsx";
import { Glyph } from "./glyph.tsx";
import { cupHeight, rowOf, type Stage } from "./layout.ts";
import { levelAt, progress } from "./level.ts";
import type { Process } from "./model.ts";
import { round } from "./path.ts";
import styles from "./picture.module.css";
import type { Words } from "./words.ts";

export interface PlaceProps {
  readonly stage: Stage;
  readonly slot: number;
  /** Everybody who has stood here so far, the present one last. */
  readonly occupants: readonly Process[];
  readonly time: number;
  readonly words: Words;
}

/** One place on the shelf: the cup of its present process, its label, and what came before. */
export function Place({ stage, slot, occupants, time, words }: PlaceProps): ReactNode {
  const [x, y] = stage.cups[slot] as readonly [number, number];
  const { scale, pitch } = stage;
  const row = rowOf(stage, { kind: "cup", slot });
  const now = occupants.at(-1);
  const before = occupants.at(-2);
  if (!now)
    return (
      <path
        className={styles.coaster}
        d={`M${round(x - 24 * scale)} ${round(y)}h${round(48 * scale)}`}
      />
    );
  const gone = now.bornAt;
  const fresh = progress(gone, time, 700);
  const crashes = occupants.filter(({ state }) => state === "crashed").length;
  return (
    <g transform={`translate(${round(x)} ${round(y)})`}>
      {before && fresh < 1 && (
        <g
          transform={`translate(${round(30 * scale * fresh)} 0) scale(${round(scale * (1 - 0.45 * fresh))})`}
          opacity={round(1 - fresh)}
        >
          <Cup {...drawnAs(before, time, 0)} />
        </g>
      )}
      <g transform={`scale(${round(scale)})`} opacity={round(before ? fresh : 1)}>
        <Cup {...drawnAs(now, time, (row.lid - row.answers) / scale)} />
      </g>
      <Sticker process={now} stage={stage} />
      <Label process={now} small={pitch < 74} words={words} />
      {crashes > (now.state === "crashed" ? 1 : 0) && (
        <g transform={`translate(${round(Math.max(-pitch / 2 + 5, -30 * scale - 16))} -7)`}>
          <Tally crashes={crashes} />
        </g>
      )}
    </g>
  );
}

function drawnAs(process: Process, time: number, reach: number) {
  const { state, readyAt, endedAt } = process;
  const since = state === "crashed" ? endedAt : state === "running" ? readyAt : undefined;
  return {
    state,
    leaving: process.leaving && state === "running",
    level: round(levelAt(process, time)),
    turn: round(progress(since, time, 360)),
    inFlight: process.open.size,
    reach: round(reach),
  };
}

function Sticker({ process, stage }: { process: Process; stage: Stage }): ReactNode {
  const { scale } = stage;
  const middle = round(-cupHeight * scale * 0.6);
  const tilt = process.state === "crashed" ? `rotate(11 ${round(20 * scale)} 0)` : undefined;
  const small = scale < 0.72;
  const [width, height] = small ? [25, 15] : [36, 27];
  return (
    <g className={styles.sticker} data-state={process.state} transform={tilt}>
      <rect x={-width / 2} y={round(middle - height / 2)} width={width} height={height} rx="2" />
      {small ? (
        <text y={round(middle + 3.2)}>{process.pid}</text>
      ) : (
        <>
          <text className={styles.number} y={round(middle - 1)}>
            {process.worker ?? process.ports.map((port) => `:${port}`).join(" ")}
          </text>
          <text y={round(middle + 10)}>{process.pid}</text>
        </>
      )}
    </g>
  );
}

interface LabelProps {
  readonly process: Process;
  readonly small: boolean;
  readonly words: Words;
}

/** How often a process crashed in this place, a cross and a number. */
function Tally({ crashes }: { crashes: number }): ReactNode {
  return (
    <g className={styles.tally}>
      <path d="M-2.5 -2.5L2.5 2.5M2.5 -2.5L-2.5 2.5" />
      <text x="5" y="3.2">
        {crashes}
      </text>
    </g>
  );
}

function Label({ process, small, words }: LabelProps): ReactNode {
  const { state, leaving, worker, role, open, file } = process;
  const kind = role === "worker" ? words.worker : (file ?? words.process);
  const word = leaving && state === "running" ? words.leaving : words.state[state];
  return (
    <g className={small ? styles.smallLabel : styles.label}>
      <text y={small ? 14 : 17}>{small && worker ? worker : `${kind} ${worker ?? ""}`}</text>
      <StateWord y={small ? 26 : 34} state={state} word={word} />
      {open.size > most && <text className={styles.more} y={-4}>{`+${open.size - most}`}</text>}
    </g>
  );
}

const most = 12;

/** A state's shape and word, centred. */
export function StateWord(props: {
  y: number;
  x?: number;
  state: Process["state"];
  word: string;
}): ReactNode {
  const { y, x = 0, state, word } = props;
  const wide = [...word].reduce((sum, letter) => sum + (letter > "\u2e80" ? 11 : 5.6), 0);
  return (
    <g transform={`translate(${x} ${y})`}>
      <g transform={`translate(${round(-wide / 2 - 3)} -3.8)`}>
        <Glyph state={state} />
      </g>
      <text className={styles.word} x="6">
        {word}
      </text>
    </g>
  );
}
