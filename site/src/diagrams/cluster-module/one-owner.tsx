import type { ReactNode } from "react";
import type { DrawingProps } from "../../components/Diagram.tsx";
import { Arrow, Label, Process, Sheet } from "../kit/index.tsx";

/** Two workers ask the primary for the next order number; each answer carries the id of its question. */
export default function OneOwner({ labels, title }: DrawingProps): ReactNode {
  return (
    <Sheet height={232} title={title}>
      <Process
        x={180}
        y={34}
        width={170}
        height={52}
        label={labels.primary ?? ""}
        note={labels.counter}
      />
      <Arrow from={[76, 172]} to={[124, 64]} />
      <Arrow dashed from={[146, 64]} to={[98, 172]} />
      <Arrow from={[284, 172]} to={[236, 64]} />
      <Arrow dashed from={[214, 64]} to={[262, 172]} />
      <Label x={48} y={112} small>
        {labels.ask}
      </Label>
      <Label x={152} y={128} small>
        {labels.answer}
      </Label>
      <Label x={312} y={112} small>
        {labels.ask}
      </Label>
      <Label x={211} y={128} small>
        {labels.otherAnswer}
      </Label>
      <Process
        x={84}
        y={200}
        width={130}
        height={52}
        label={`${labels.worker} 1`}
        note={labels.waits}
      />
      <Process
        x={276}
        y={200}
        width={130}
        height={52}
        label={`${labels.worker} 2`}
        note={labels.waits}
      />
    </Sheet>
  );
}
