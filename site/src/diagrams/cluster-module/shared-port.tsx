import type { ReactNode } from "react";
import type { DrawingProps } from "../../components/Diagram.tsx";
import { Arrow, Client, Label, Port, Process, Sheet } from "../kit/index.tsx";

const columns = [60, 168, 276];
const middle = 168;

/** Clients reach one port; the primary accepts and hands each connection to a worker, which answers by itself. */
export default function SharedPort({ labels, title }: DrawingProps): ReactNode {
  return (
    <Sheet height={330} title={title}>
      <Label x={middle} y={14} small>
        {labels.clients}
      </Label>
      {columns.map((x) => (
        <Client key={x} x={x} y={44} />
      ))}
      {columns.map((x) => (
        <Arrow key={x} from={[x + (middle - x) * 0.14, 70]} to={[x + (middle - x) * 0.82, 100]} />
      ))}
      <Port x={middle} y={118} label={labels.port ?? ":3000"} />
      <Arrow from={[middle, 134]} to={[middle, 158]} />
      <Process
        x={middle}
        y={184}
        width={150}
        height={48}
        label={labels.primary ?? ""}
        note={labels.accepts}
      />
      {columns.map((x, index) => (
        <g key={x}>
          <Arrow dashed from={[middle + (x - middle) * 0.35, 209]} to={[x, 256]} />
          <Process
            x={x}
            y={284}
            width={100}
            height={50}
            label={`${labels.worker} ${index + 1}`}
            note={labels.serves}
          />
        </g>
      ))}
      <Label x={66} y={226} small>
        {labels.turn}
      </Label>
      {/* The answer takes the connection itself: past the primary. */}
      <path d="M326 272h10q8 0 8-8V52q0-8-8-8H300" className="arrow" markerEnd="url(#arrowhead)" />
      <Label x={300} y={152} small>
        {labels.answer}
      </Label>
    </Sheet>
  );
}
