import { useMemo, type ReactNode } from "react";
import { beadsAt, waysOf } from "./beads.ts";
import { BeadShape } from "./bead.tsx";
import { Gate } from "./gate.tsx";
import { stageOf, type Shape } from "./layout.ts";
import type { Model } from "./model.ts";
import { Place } from "./place.tsx";
import { Pot } from "./pot.tsx";
import styles from "./picture.module.css";
import { Rails } from "./rails.tsx";
import { occupants, slotsOf } from "./slots.ts";
import type { Timeline } from "./timeline.ts";
import type { Words } from "./words.ts";

export interface PictureProps {
  readonly shape: Shape;
  readonly timeline: Timeline;
  readonly model: Model;
  readonly time: number;
  readonly words: Words;
  readonly label: string;
}

/** The map at one moment of play time, as one SVG. */
export function Picture(props: PictureProps): ReactNode {
  const { shape, timeline, model, time, words, label } = props;
  const slots = useMemo(() => slotsOf(timeline.final), [timeline]);
  const stage = useMemo(() => stageOf(shape, slots), [shape, slots]);
  const ways = useMemo(() => waysOf(stage, slots, timeline.final), [stage, slots, timeline]);
  const beads = beadsAt(timeline, ways, time);
  const shared = { stage, time, words };
  return (
    <svg
      className={`${styles.picture} ${styles[shape]}`}
      viewBox={`0 0 ${stage.width} ${stage.height}`}
      role="img"
      aria-label={label}
    >
      <Rails stage={stage} ways={ways} />
      {stage.cups.map((_, slot) => (
        <Place
          key={slot}
          {...shared}
          slot={slot}
          occupants={occupants(model, slots, { kind: "cup", slot })}
        />
      ))}
      {beads.map(({ key, at: [x, y], outcome, opacity }) => (
        <g key={key} transform={`translate(${x} ${y})`} opacity={opacity}>
          <BeadShape outcome={outcome} />
        </g>
      ))}
      {stage.pots.map((_, slot) => (
        <Pot
          key={slot}
          {...shared}
          slot={slot}
          occupants={occupants(model, slots, { kind: "pot", slot })}
        />
      ))}
      <Gate stage={stage} ports={model.ports} words={words} />
    </svg>
  );
}
