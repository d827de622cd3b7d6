import type { ReactNode } from "react";
import type { DrawingProps } from "../../components/Diagram.tsx";
import { Arrow, Box, Process, Sheet } from "../kit/index.tsx";

const left = 92;
const right = 278;
const rows = [32, 90, 148];

/** Three ways lead from a handler to the error middleware; what takes none of them ends the process. */
export default function Ways({ labels, title }: DrawingProps): ReactNode {
  const ways = [labels.throws, labels.promise, labels.next];
  const notes = [undefined, labels.five, undefined];
  return (
    <Sheet height={300} title={title}>
      {rows.map((y, i) => (
        <g key={y}>
          <Box x={left} y={y} width={168} label={ways[i] ?? ""} note={notes[i]} />
          <Arrow from={[left + 84, y]} to={[right - 66, 90 + (y - 90) * 0.3]} />
        </g>
      ))}
      <Box x={right} y={90} width={128} height={64} label={labels.middleware ?? ""} />
      <Arrow from={[right, 122]} to={[right, 164]} />
      <Process x={right} y={188} width={128} label={labels.answer ?? ""} />
      <Box x={left} y={252} width={168} height={52} label={labels.later ?? ""} note={labels.more} />
      <Arrow from={[left + 84, 256]} to={[right - 66, 262]} />
      <Process
        x={right}
        y={262}
        width={128}
        height={52}
        state="crashed"
        label={labels.process ?? ""}
        note={labels.dead}
      />
    </Sheet>
  );
}
