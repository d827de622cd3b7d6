import type { ReactNode } from "react";
import type { DrawingProps } from "../../components/Diagram.tsx";
import { Arrow, Box, Client, Label, Port, Process, Sheet } from "../kit/index.tsx";

const clients = [72, 134, 196];
const servers = [62, 162, 262];
const middle = 134;

/** Customers reach one port; behind it, nginx passes a request to one of three servers, or sends a file itself. */
export default function FrontDoor({ labels, title }: DrawingProps): ReactNode {
  return (
    <Sheet height={326} title={title}>
      <Label x={middle} y={12} small>
        {labels.customers}
      </Label>
      {clients.map((x) => (
        <Client key={x} x={x} y={42} />
      ))}
      {clients.map((x) => (
        <Arrow key={x} from={[x + (middle - x) * 0.14, 68]} to={[x + (middle - x) * 0.8, 98]} />
      ))}
      <Port x={middle} y={116} label=":8080" />
      <Arrow from={[middle, 132]} to={[middle, 154]} />
      <Process x={middle} y={180} width={128} height={48} label={labels.nginx ?? "nginx"} />
      <Arrow from={[199, 180]} to={[252, 180]} />
      <Box x={304} y={180} width={100} height={40} label={labels.files ?? "public/"} />
      {servers.map((x, i) => (
        <g key={x}>
          <Arrow from={[middle + (x - middle) * 0.25, 206]} to={[x, 240]} />
          <Process
            x={x}
            y={268}
            width={92}
            height={52}
            label={labels.servers ?? "server.ts"}
            note={`:${8001 + i}`}
          />
        </g>
      ))}
    </Sheet>
  );
}
