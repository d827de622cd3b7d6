import type { ReactNode } from "react";
import type { DrawingProps } from "../../components/Diagram.tsx";
import { Arrow, Box, Label, Process, Sheet } from "../kit/index.tsx";

const left = 92;
const right = 278;
const rows = [34, 84, 134];

/** Three ways lead from a handler to the error middleware; what takes none of them ends the process. */
export default function Ways({ labels, title }: DrawingProps): ReactNode {
  const ways = [labels.throws, labels.promise, labels.next];
  return (
    <Sheet height={300} title={title}>
      {rows.map((y, i) => (
        <g key={y}>
          <Box x={left} y={y} width={168} height={36} label={ways[i] ?? ""} />
          <Arrow from={[left + 84, y]} to={[right - 66, 84 + (y - 84) * 0.3]} dashed={i === 1} />
        </g>
      ))}
      <Box x={right} y={84} width={128} height={64} label={labels.middleware ?? ""} />
      <Arrow from={[right, 116]} to={[right, 154]} />
      <Process x={right} y={176} width={128} label={labels.answer ?? ""} />
      <Label x={left} y={162} small>
        {labels.five}
      </Label>
      <Box x={left} y={232} width={168} height={64} label={labels.later ?? ""} note={labels.more} />
      <Arrow from={[left + 84, 246]} to={[right - 66, 258]} />
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
