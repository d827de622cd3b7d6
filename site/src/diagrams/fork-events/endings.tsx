import type { ReactNode } from "react";
import type { DrawingProps } from "../../components/Diagram.tsx";
import { Label, Process, Sheet } from "../kit/index.tsx";

const columns = { code: 186, signal: 250, planned: 324 };
const rows = [
  { id: "left", call: "disconnect()", code: "0", signal: "null", planned: "true" },
  { id: "exited", call: "process.exit(3)", code: "3", signal: "null", planned: "false" },
  { id: "threw", call: "throw", code: "1", signal: "null", planned: "false" },
  { id: "killed", call: "kill -9", code: "null", signal: "SIGKILL", planned: "false" },
] as const;

/** Four ways to end, and what the event exit says of each. */
export default function Endings({ labels, title }: DrawingProps): ReactNode {
  return (
    <Sheet height={292} title={title}>
      {Object.entries(columns).map(([name, x]) => (
        <Label key={name} x={x} y={16} small>
          {name}
        </Label>
      ))}
      {rows.map(({ id, call, ...values }, index) => {
        const y = 62 + index * 64;
        return (
          <g key={id}>
            <Process
              x={76}
              y={y}
              width={144}
              height={50}
              state={id === "left" ? "stopped" : "crashed"}
              label={labels[id] ?? call}
              note={call}
            />
            {Object.entries(columns).map(([name, x]) => (
              <Label key={name} x={x} y={y}>
                {values[name as keyof typeof values]}
              </Label>
            ))}
          </g>
        );
      })}
    </Sheet>
  );
}
