import type { ReactNode } from "react";
import type { DrawingProps } from "../../components/Diagram.tsx";
import { Arrow, Label, Process, Sheet } from "../kit/index.tsx";

const [left, right] = [86, 274];
const [top, middle, bottom] = [38, 146, 254];

/** The states of one place in the pool, and what leads from one to the next. */
export default function SlotStates({ labels, title }: DrawingProps): ReactNode {
  return (
    <Sheet height={290} title={title}>
      <Process
        x={left}
        y={top}
        width={128}
        state="crashed"
        label={labels.waiting ?? "waiting"}
        note={labels.wait}
      />
      <Process x={right} y={top} width={128} label={labels.healthy ?? "healthy"} />
      <Process
        x={left}
        y={middle}
        width={128}
        state="starting"
        label={labels.starting ?? "starting"}
      />
      <Process x={right} y={middle} width={128} label={labels.listening ?? "listening"} />
      <Process
        x={left}
        y={bottom}
        width={128}
        state="crashed"
        label={labels.gaveUp ?? "given up"}
      />
      <Process
        x={right}
        y={bottom}
        width={128}
        state="stopped"
        label={labels.stopped ?? "stopped"}
      />

      <Arrow from={[left + 64, middle]} to={[right - 66, middle]} />
      <Label x={180} y={middle + 13} small>
        {labels.listens}
      </Label>
      <Arrow from={[right, middle - 22]} to={[right, top + 24]} />
      <Label x={right + 42} y={92} small>
        {labels.after}
      </Label>
      <Arrow from={[right - 64, top]} to={[left + 66, top]} />
      <Label x={180} y={top - 11} small>
        {labels.dies}
      </Label>
      <Arrow from={[right - 50, middle - 22]} to={[left + 58, top + 24]} />
      <Label x={205} y={86} small>
        {labels.dies}
      </Label>
      <Arrow from={[left - 28, middle - 22]} to={[left - 28, top + 24]} />
      <Label x={left - 52} y={92} small>
        {labels.dies}
      </Label>
      <Arrow from={[left, top + 22]} to={[left, middle - 24]} />
      <Label x={left + 36} y={110} small>
        {labels.retry}
      </Label>
      <Arrow from={[left, middle + 22]} to={[left, bottom - 24]} />
      <Label x={left + 44} y={200} small>
        {labels.budget}
      </Label>
      <Arrow from={[right, middle + 22]} to={[right, bottom - 24]} />
      <Label x={right + 42} y={200} small>
        {labels.planned}
      </Label>
    </Sheet>
  );
}
