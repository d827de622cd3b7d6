import type { ReactNode } from "react";
import type { DrawingProps } from "../../components/Diagram.tsx";
import { Arrow, Label, Sheet } from "../kit/index.tsx";

const boot = 18;
const unit = 22;
const waits = [0, 1, 2, 4];
const axis = 96;

/** When a worker dies after each boot: moments of death, from left to right. */
const deaths = [54];
for (const wait of waits) deaths.push(deaths.at(-1)! + wait * unit + boot);

/** Deaths on a time axis: the waits between them double, until the fifth exhausts the budget. */
export default function BackOff({ labels, title }: DrawingProps): ReactNode {
  const last = deaths.at(-1)!;
  return (
    <Sheet height={184} title={title}>
      <path d={`M36 34v-10H${last + 12}v10`} className="arrow" fill="none" />
      <Label x={(36 + last) / 2} y={12} small>
        {labels.window}
      </Label>
      <Arrow from={[20, axis]} to={[346, axis]} />
      {deaths.map((x, i) => (
        <g key={x}>
          <g className="process process-starting">
            <path d={`M${x - boot} ${axis}h${boot - 5}`} className="process-state" />
          </g>
          <g className="process process-crashed">
            <path
              d={`M${x - 5} ${axis - 5}l10 10m0 -10l-10 10`}
              className="process-state"
              fill="none"
            />
          </g>
          <Label x={x} y={axis - 22} small>
            {i + 1}
          </Label>
        </g>
      ))}
      {waits.map((wait, i) => {
        const from = deaths[i]!;
        return (
          wait > 0 && (
            <Label
              key={wait}
              x={from + (wait * unit) / 2 + 2}
              y={axis + 22}
              small
            >{`${wait}×`}</Label>
          )
        );
      })}
      <Label x={60} y={axis + 22} small>
        0
      </Label>
      <Label x={150} y={axis + 46} small>
        {labels.waits}
      </Label>
      <Arrow from={[last, axis + 58]} to={[last, axis + 12]} />
      <Label x={last - 10} y={axis + 72} small>
        {labels.giveUp}
      </Label>
    </Sheet>
  );
}
