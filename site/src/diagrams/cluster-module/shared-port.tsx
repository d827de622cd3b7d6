import type { ReactNode } from "react";
import type { DrawingProps } from "../../components/Diagram.tsx";
import { Arrow, Client, Label, Port, Process, Sheet } from "../kit/index.tsx";

const columns = [64, 180, 296];

/** Clients reach one port; the primary owns it and hands each connection to a worker. */
export default function SharedPort({ labels, title }: DrawingProps): ReactNode {
  return (
    <Sheet height={318} title={title}>
      <Label x={180} y={14} small>{labels.clients ?? "clients"}</Label>
      {columns.map((x) => (
        <Client key={x} x={x} y={44} />
      ))}
      {columns.map((x) => (
        <Arrow key={x} from={[x + (180 - x) * 0.14, 70]} to={[x + (180 - x) * 0.82, 100]} />
      ))}
      <Port x={180} y={118} label={labels.port ?? ":3000"} />
      <Arrow from={[180, 134]} to={[180, 158]} />
      <Process x={180} y={182} width={150} label={labels.primary ?? "primary"} note={labels.accepts} />
      {columns.map((x, index) => (
        <g key={x}>
          <Arrow dashed from={[180 + (x - 180) * 0.35, 206]} to={[x, 254]} />
          <Process x={x} y={278} width={104} label={`${labels.worker ?? "worker"} ${index + 1}`} />
        </g>
      ))}
      {labels.turn && <Label x={302} y={226} small>{labels.turn}</Label>}
    </Sheet>
  );
}
