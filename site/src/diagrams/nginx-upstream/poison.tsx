import type { ReactNode } from "react";
import type { DrawingProps } from "../../components/Diagram.tsx";
import { Arrow, Label, Process, Sheet } from "../kit/index.tsx";

const servers = [64, 180, 296];

/** A request kills the first server and the second; the limit spares the third. */
export default function Poison({ labels, title }: DrawingProps): ReactNode {
  return (
    <Sheet height={262} title={title}>
      <Label x={180} y={14} small>
        {labels.get}
      </Label>
      <Arrow from={[180, 24]} to={[180, 46]} />
      <Process x={180} y={72} width={128} height={48} label="nginx" />
      <Arrow from={[148, 98]} to={[78, 156]} />
      <Label x={70} y={122} small>
        {labels.first}
      </Label>
      <Arrow from={[180, 98]} to={[180, 156]} />
      <Label x={218} y={136} small>
        {labels.second}
      </Label>
      <Process x={servers[0]!} y={184} width={96} height={52} state="crashed" label=":8001" />
      <Process x={servers[1]!} y={184} width={96} height={52} state="crashed" label=":8002" />
      <Process
        x={servers[2]!}
        y={184}
        width={96}
        height={52}
        label=":8003"
        note={labels.spared ?? ""}
      />
      <Label x={180} y={240} small>
        {labels.limit}
      </Label>
    </Sheet>
  );
}
