import type { ReactNode } from "react";
import type { DrawingProps } from "../../components/Diagram.tsx";
import { Arrow, Label, Process, Sheet } from "../kit/index.tsx";

const columns = [56, 180, 304];
const [top, bottom] = [48, 164];

/** The life of a dyno: up when it listens in time, down when it leaves in time; and what happens when it doesn't. */
export default function DynoLife({ labels, title }: DrawingProps): ReactNode {
  const [starting, up, down] = columns as [number, number, number];
  const failures = [labels.bootTimeout, labels.exits, labels.exitTimeout];
  const ends = [labels.crashed, labels.crashed, labels.killed];
  return (
    <Sheet height={206} title={title}>
      <Process x={starting} y={top} width={88} state="starting" label={labels.starting ?? ""} />
      <Process x={up} y={top} width={88} label={labels.up ?? ""} />
      <Process x={down} y={top} width={88} state="stopped" label={labels.down ?? ""} />
      <Arrow from={[starting + 44, top]} to={[up - 46, top]} />
      <Arrow from={[up + 44, top]} to={[down - 46, top]} />
      <Label x={(starting + up) / 2} y={14} small>
        {labels.binds}
      </Label>
      <Label x={(up + down) / 2} y={14} small>
        {labels.signal}
      </Label>
      {columns.map((x, i) => (
        <g key={x}>
          <Arrow dashed from={[x, top + 22]} to={[x, bottom - 24]} />
          <Label x={x} y={bottom + 34} small>
            {failures[i]}
          </Label>
          <Process x={x} y={bottom} width={88} state="crashed" label={ends[i] ?? ""} />
        </g>
      ))}
    </Sheet>
  );
}
