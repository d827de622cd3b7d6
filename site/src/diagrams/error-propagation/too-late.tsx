import type { ReactNode } from "react";
import type { DrawingProps } from "../../components/Diagram.tsx";
import { Arrow, Box, Label, Sheet } from "../kit/index.tsx";

const axis = 92;
const line = 128;

/** An answer on its way: until the first write an error can become an answer, from then on only an end. */
export default function TooLate({ labels, title }: DrawingProps): ReactNode {
  return (
    <Sheet height={208} title={title}>
      <Arrow from={[14, axis]} to={[354, axis]} />
      <Box x={190} y={axis} width={104} label={labels.first ?? ""} note={labels.head} />
      <Box x={274} y={axis} width={52} label={labels.second ?? ""} />
      <path d={`M${line} 20V168`} className="arrow arrow-dashed" fill="none" />
      <Label x={line} y={12} small>
        {labels.sent}
      </Label>
      <g className="process process-crashed">
        <path d="M309 85l14 14m0 -14l-14 14" className="process-state" fill="none" />
        <path d="M61 85l14 14m0 -14l-14 14" className="process-state" fill="none" />
      </g>
      <Arrow from={[68, axis + 14]} to={[68, 152]} />
      <Arrow from={[316, axis + 14]} to={[316, 152]} />
      <Label x={68} y={166}>
        {labels.before}
      </Label>
      <Label x={68} y={186} small>
        {labels.beforeMore}
      </Label>
      <Label x={316} y={166}>
        {labels.after}
      </Label>
      <Label x={316} y={186} small>
        {labels.afterMore}
      </Label>
    </Sheet>
  );
}
