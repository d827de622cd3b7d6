import type { ReactNode } from "react";
import type { DrawingProps } from "../../components/Diagram.tsx";
import { Arrow, Client, Label, Process, Sheet } from "../kit/index.tsx";

const columns = [92, 268];
const rows = [
  { y: 166, name: "before", left: "cancel", right: "answer" },
  { y: 248, name: "during", left: "alsoCancel", right: "cut" },
];

/** One request is two connections: what each end of them can do, and what the proxy does to the other one. */
export default function TwoConnections({ labels, title }: DrawingProps): ReactNode {
  return (
    <Sheet height={276} title={title}>
      <Client x={28} y={38} />
      <Label x={28} y={72} small>
        {labels["client"]}
      </Label>
      <Arrow from={[48, 38]} to={[140, 38]} />
      <Label x={93} y={22} small>
        {labels["first"]}
      </Label>
      <Process x={180} y={38} width={76} label={labels["proxy"] ?? ""} />
      <Arrow from={[220, 38]} to={[304, 38]} />
      <Label x={261} y={22} small>
        {labels["second"]}
      </Label>
      <Process x={330} y={38} width={52} label="" />
      <Label x={330} y={72} small>
        {labels["target"]}
      </Label>

      <Label x={columns[0]!} y={108}>
        {labels["clientLeaves"]}
      </Label>
      <Label x={columns[1]!} y={108}>
        {labels["targetFails"]}
      </Label>
      {rows.map(({ y, name, left, right }) => (
        <g key={name}>
          <Label x={180} y={y - 35} small>
            {labels[name]}
          </Label>
          <Outcome x={columns[0]!} y={y} label={labels[left]} />
          <Outcome x={columns[1]!} y={y} label={labels[right]} />
        </g>
      ))}
    </Sheet>
  );
}

function Outcome({ x, y, label }: { x: number; y: number; label: string | undefined }): ReactNode {
  return (
    <g>
      <rect x={x - 76} y={y - 21} width={152} height={42} rx={3} className="box" />
      <Label x={x} y={y} small>
        {label}
      </Label>
    </g>
  );
}
