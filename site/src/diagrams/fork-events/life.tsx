import type { ReactNode } from "react";
import type { DrawingProps } from "../../components/Diagram.tsx";
import { Arrow, Box, Label, Process, Sheet } from "../kit/index.tsx";

const PRIMARY = 76;
const WORKER = 276;
/** Where on the sheet each event happens; time runs downward. */
const events = { fork: 50, online: 116, listening: 182, disconnect: 282, exit: 352 };

/** Two lanes: what the worker does, and the events by which the primary learns of it. */
export default function Life({ labels, title }: DrawingProps): ReactNode {
  const { fork, listening, disconnect, exit } = events;
  return (
    <Sheet height={384} title={title}>
      <Label x={PRIMARY} y={14} small>
        {labels.primary ?? "primary"}
      </Label>
      <Label x={WORKER} y={14} small>
        {labels.worker ?? "worker"}
      </Label>
      <Stage
        from={fork}
        to={listening}
        state="starting"
        label={labels.starts}
        note={labels.notYet}
      />
      <Stage from={listening} to={disconnect} state="running" label={labels.serves} />
      <Stage from={disconnect} to={exit} state="stopped" label={labels.finishes} />
      {Object.entries(events).map(([event, y]) => (
        <g key={event}>
          <Box x={PRIMARY} y={y} width={112} height={34} label={event} />
          {event === "fork" ? (
            <Arrow from={[134, y]} to={[206, y]} />
          ) : (
            <Arrow dashed from={[206, y]} to={[134, y]} />
          )}
        </g>
      ))}
    </Sheet>
  );
}

type StageProps = {
  from: number;
  to: number;
  state: "starting" | "running" | "stopped";
  label?: string;
  note?: string;
};

function Stage({ from, to, state, label = "", note }: StageProps): ReactNode {
  const [y, height] = [(from + to) / 2, to - from - 4];
  return (
    <Process x={WORKER} y={y} width={136} height={height} state={state} label={label} note={note} />
  );
}
