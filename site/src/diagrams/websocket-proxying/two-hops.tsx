import type { ReactNode } from "react";
import type { DrawingProps } from "../../components/Diagram.tsx";
import { Arrow, Box, Label, Process, Sheet } from "../kit/index.tsx";

const [top, middle, bottom] = [34, 138, 242];

/** A request to upgrade passes a proxy: on the left its headers end there, on the right the proxy says them anew. */
export default function TwoHops({ labels, title }: DrawingProps): ReactNode {
  const columns = [
    { x: 66, carried: labels.nothing, note: undefined, status: "400" },
    { x: 240, carried: labels.asks, note: labels.set, status: "101" },
  ];
  return (
    <Sheet height={304} title={title}>
      {columns.map(({ x, carried, note, status }) => (
        <g key={status}>
          <Box x={x} y={top} label={labels.browser ?? "browser"} />
          <Arrow from={[x, top + 22]} to={[x, middle - 24]} />
          <Label x={x + 62} y={(top + middle) / 2} small>
            {labels.asks}
          </Label>
          <Process
            x={x}
            y={middle}
            width={note ? 124 : 96}
            label={labels.nginx ?? "nginx"}
            {...(note && { note })}
          />
          <Arrow from={[x, middle + 22]} to={[x, bottom - 24]} dashed={!note} />
          <Label x={x + (note ? 62 : 32)} y={(middle + bottom) / 2} small>
            {carried}
          </Label>
          <Process x={x} y={bottom} label={labels.server ?? "server"} />
          <Label x={x} y={bottom + 40}>
            {status}
          </Label>
        </g>
      ))}
    </Sheet>
  );
}
