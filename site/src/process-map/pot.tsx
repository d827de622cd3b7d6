import type { ReactNode } from "react";
import type { Stage } from "./layout.ts";
import { progress } from "./level.ts";
import type { Process } from "./model.ts";
import { round } from "./path.ts";
import { StateWord } from "./place.tsx";
import styles from "./picture.module.css";
import shapeStyles from "./shapes.module.css";
import type { Words } from "./words.ts";

const body =
  "M-36 -8C-36 -30 -20 -36 0 -36S36 -30 36 -8C36 18 26 32 16 34H-16C-26 32 -36 18 -36 -8Z";
const neck = "M34 -2C46 -6 44 -28 58 -34L54 -25C48 -18 48 8 31 14";
const handle = "M-35 -16C-62 -22 -62 18 -31 14";
const lid = "M-19 -35C-17 -46 17 -46 19 -35M0 -43.5V-45";

interface PotProps {
  readonly stage: Stage;
  readonly slot: number;
  readonly occupants: readonly Process[];
  readonly time: number;
  readonly words: Words;
}

/** A primary as a teapot: connections go in, and out through the spout to the cups in turn. */
export function Pot({ stage, slot, occupants, time, words }: PotProps): ReactNode {
  const [x, y] = stage.pots[slot] as readonly [number, number];
  const process = occupants.at(-1);
  if (!process) return null;
  const { state, pid, open, bornAt } = process;
  const beside = stage.shape === "narrow";
  return (
    <g transform={`translate(${x} ${y})`} opacity={round(progress(bornAt, time, 260))}>
      <g data-state={state}>
        <path className={styles.line} d={handle} />
        <path className={styles.paper} d={neck} />
        <path className={styles.line} d={neck} />
        <path className={styles.paper} d={body} />
        <path className={styles.tint} d={body} />
        <path className={styles.glass} d={body} />
        <path className={styles.line} d={lid} />
        <circle className={styles.knob} cy="-48" r="3.4" />
        {state === "crashed" && <path className={styles.crack} d="M-6 -36L2 -20L-8 -8L4 8L-2 22" />}
      </g>
      <text className={styles.potPid} y="5">
        {pid}
      </text>
      {open.size > 0 && <circle className={shapeStyles.pearl} cx="0" cy="20" r="4" />}
      <g className={styles.label} transform={beside ? "translate(106 -4)" : "translate(0 35)"}>
        <text y="17">{words.primary}</text>
        <StateWord y={34} state={state} word={words.state[state]} />
      </g>
    </g>
  );
}
