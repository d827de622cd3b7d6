import type { ReactNode } from "react";
import type { DrawingProps } from "../../components/Diagram.tsx";
import { Arrow, Box, Client, Label, Process, Sheet } from "../kit/index.tsx";

const x = 104;

/** A client lies in a header; nginx appends what it sees; the server believes the first address or the last. */
export default function WhoAsked({ labels, title }: DrawingProps): ReactNode {
  return (
    <Sheet height={330} title={title}>
      <Client x={x} y={42} label={labels.client ?? "203.0.113.7"} />
      <Arrow from={[x, 68]} to={[x, 118]} />
      <Label x={x + 136} y={92} small>
        {labels.lie}
      </Label>
      <Process x={x} y={144} width={112} height={48} label={labels.nginx ?? "nginx"} />
      <Arrow from={[x, 170]} to={[x, 220]} />
      <Label x={x + 116} y={195} small>
        {labels.sent}
      </Label>
      <Process x={x} y={246} width={112} height={48} label={labels.server ?? "server.ts"} />
      <Arrow dashed from={[164, 240]} to={[196, 234]} />
      <Arrow dashed from={[164, 254]} to={[196, 282]} />
      <Box x={276} y={230} width={158} height={36} label={labels.all ?? "true"} />
      <Box x={276} y={286} width={158} height={36} label={labels.one ?? "1"} />
    </Sheet>
  );
}
