import type { ReactNode } from "react";
import type { DrawingProps } from "../../components/Diagram.tsx";
import { Arrow, Box, Client, Label, Process, Sheet } from "../kit/index.tsx";

const [left, right] = [92, 268];
const server = 132;
const boards = 232;

/** One server takes an order: it tells its own boards, and Redis, from where the other server's adapter tells the rest. */
export default function Room({ labels, title }: DrawingProps): ReactNode {
  return (
    <Sheet height={276} title={title}>
      <Label x={left - 30} y={18} small>
        {labels.order}
      </Label>
      <Arrow from={[left - 30, 30]} to={[left - 30, server - 26]} />
      <Box x={(left + right) / 2} y={44} width={84} label={labels.redis ?? "Redis"} />
      <Arrow dashed from={[left + 16, server - 24]} to={[(left + right) / 2 - 44, 58]} />
      <Arrow dashed from={[(left + right) / 2 + 44, 58]} to={[right - 16, server - 26]} />
      {[
        { x: left, name: labels.one ?? "8001", by: labels.emit },
        { x: right, name: labels.two ?? "8002", by: labels.adapter },
      ].map(({ x, name, by }) => (
        <g key={name}>
          <Process
            x={x}
            y={server}
            width={112}
            height={48}
            label={name}
            {...(by && { note: by })}
          />
          {[-34, 34].map((dx) => (
            <g key={dx}>
              <Arrow from={[x + dx * 0.5, server + 24]} to={[x + dx, boards - 26]} />
              <Client x={x + dx} y={boards - 2} />
            </g>
          ))}
          <Label x={x} y={boards + 32} small>
            {labels.boards}
          </Label>
        </g>
      ))}
    </Sheet>
  );
}
