import type { ReactNode } from "react";
import type { DrawingProps } from "../../components/Diagram.tsx";
import { Arrow, Box, Client, Label, Process, Sheet } from "../kit/index.tsx";

const [client, router, dyno] = [34, 152, 296];
const [first, second, middle] = [40, 132, 86];

/** A request on its way: encrypted to the router, plain to one of the dynos, each with a port of its own. */
export default function Router({ labels, title }: DrawingProps): ReactNode {
  return (
    <Sheet height={232} title={title}>
      <Client x={client} y={middle} />
      <Label x={client + 12} y={middle + 32} small>
        203.0.113.7
      </Label>
      <Arrow from={[client + 20, middle]} to={[router - 52, middle]} />
      <Label x={(client + router) / 2 - 12} y={middle - 12} small>
        https
      </Label>
      <Box
        x={router}
        y={middle}
        width={100}
        height={56}
        label={labels.router ?? "router"}
        note={labels.tls}
      />
      {[first, second].map((y, i) => (
        <g key={y}>
          <Arrow
            dashed={i === 1}
            from={[router + 52, middle + (y - middle) * 0.3]}
            to={[dyno - 54, y]}
          />
          <Process
            x={dyno}
            y={y}
            width={104}
            height={52}
            label={`web.${i + 1}`}
            note={`PORT=${[26405, 21588][i]}`}
          />
        </g>
      ))}
      <Label x={208} y={first + 2} small>
        http
      </Label>
      <Label x={180} y={182} small>
        {labels.adds}
      </Label>
      <Label x={180} y={202} small>
        X-Forwarded-For: 203.0.113.7
      </Label>
      <Label x={180} y={220} small>
        X-Forwarded-Proto: https
      </Label>
    </Sheet>
  );
}
