import type { ReactNode } from "react";
import type { DrawingProps } from "../../components/Diagram.tsx";
import { Arrow, Label, Process, Sheet } from "../kit/index.tsx";

const columns = [64, 180, 296];

/** A message goes up to the primary, and from there down to all workers but the one it came from. */
export default function Relay({ labels, title }: DrawingProps): ReactNode {
  return (
    <Sheet height={210} title={title}>
      <Process x={180} y={34} width={130} label={labels.primary ?? "primary"} />
      <Arrow from={[64, 152]} to={[128, 60]} />
      <Arrow dashed from={[180, 60]} to={[180, 152]} />
      <Arrow dashed from={[232, 60]} to={[296, 152]} />
      <Label x={40} y={104} small>
        process.send()
      </Label>
      <Label x={318} y={104} small>
        worker.send()
      </Label>
      {columns.map((x, index) => (
        <Process
          key={x}
          x={x}
          y={176}
          width={104}
          label={`${labels.worker ?? "worker"} ${index + 1}`}
        />
      ))}
    </Sheet>
  );
}
