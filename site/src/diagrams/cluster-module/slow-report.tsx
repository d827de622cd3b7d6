import type { ReactNode } from "react";
import type { DrawingProps } from "../../components/Diagram.tsx";
import { Box, Label, Sheet } from "../kit/index.tsx";

/** When three other customers ask while the report is computed. */
const asked = [120, 162, 204];
const [start, end] = [92, 282];

/** Time runs to the right. Above: the report on the main thread, everybody waits. Below: a thread computes it. */
export default function SlowReport({ labels, title }: DrawingProps): ReactNode {
  return (
    <Sheet height={318} title={title}>
      <Label x={180} y={14}>
        {labels.without}
      </Label>
      <Lane y={82} label={labels.main} />
      <Box
        x={(start + end) / 2}
        y={82}
        width={end - start}
        height={30}
        label={labels.report ?? ""}
      />
      {asked.map((x, index) => (
        <g key={x}>
          <Ask x={x} y={52 - index * 10} />
          <path
            d={`M${x + 5} ${52 - index * 10}H${297 + index * 20}V64`}
            className="arrow arrow-dashed"
            markerEnd="url(#arrowhead)"
          />
          <Answer x={297 + index * 20} y={82} />
        </g>
      ))}
      <Label x={(start + end) / 2} y={114} small>
        {labels.waits}
      </Label>

      <Label x={180} y={158}>
        {labels.with}
      </Label>
      <Lane y={222} label={labels.main} />
      <Lane y={274} label={labels.thread} />
      <Box
        x={(start + end) / 2}
        y={274}
        width={end - start}
        height={30}
        label={labels.report ?? ""}
      />
      <path d={`M${start + 4} 232V256`} className="arrow" markerEnd="url(#arrowhead)" />
      <path d={`M${end - 4} 256V236`} className="arrow" markerEnd="url(#arrowhead)" />
      {asked.map((x) => (
        <g key={x}>
          <Ask x={x} y={184} />
          <path d={`M${x} 190V204`} className="arrow" markerEnd="url(#arrowhead)" />
          <Answer x={x} y={222} />
        </g>
      ))}
      <Label x={310} y={306} small>
        {labels.time}
      </Label>
    </Sheet>
  );
}

function Lane({ y, label }: { y: number; label?: string | undefined }): ReactNode {
  return (
    <g>
      <path d={`M84 ${y}H352`} className="arrow" />
      <Label x={42} y={y} small>
        {label}
      </Label>
    </g>
  );
}

function Ask({ x, y }: { x: number; y: number }): ReactNode {
  return <circle cx={x} cy={y} r={5} className="pearl" />;
}

function Answer({ x, y }: { x: number; y: number }): ReactNode {
  return <rect x={x - 7} y={y - 15} width={14} height={30} rx={3} className="box" />;
}
