import type { ReactNode } from "react";

export type State = "starting" | "running" | "crashed" | "stopped";
type Place = { x: number; y: number };

/**
 * The sheet of a drawing. Draw 360 units wide: text of 14 units is then readable on a phone.
 * `title` is what a screen reader says of the picture.
 */
export function Sheet(props: { height: number; title: string; children: ReactNode }): ReactNode {
  return (
    <svg className="sheet" viewBox={`0 0 360 ${props.height}`} role="img" aria-label={props.title}>
      <defs>
        <marker
          id="arrowhead"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto-start-reverse"
        >
          <path d="M0 0.500 8 4 0 7.500z" className="arrowhead" />
        </marker>
      </defs>
      {props.children}
    </svg>
  );
}

/** Text; `x` and `y` are its middle. */
export function Label({
  x,
  y,
  children,
  small,
}: Place & { children: ReactNode; small?: boolean }): ReactNode {
  return (
    <text x={x} y={y} className={small ? "label label-small" : "label"}>
      {children}
    </text>
  );
}

type BoxProps = Place & { width?: number; height?: number; label: string; note?: string };

/** A plain box around a label; `x` and `y` are its middle. */
export function Box({ x, y, width = 96, height = 44, label, note }: BoxProps): ReactNode {
  return (
    <g>
      <rect {...corner(x, y, width, height)} rx={3} className="box" />
      <Label x={x} y={note ? y - 8 : y}>
        {label}
      </Label>
      {note && (
        <Label x={x} y={y + 10} small>
          {note}
        </Label>
      )}
    </g>
  );
}

/** A process: a box whose left edge tells its state, by colour and by line. */
export function Process({ state = "running", ...box }: BoxProps & { state?: State }): ReactNode {
  const { x, y, width = 96, height = 44 } = box;
  const left = x - width / 2;
  return (
    <g className={`process process-${state}`}>
      <Box {...box} />
      <path d={`M${left + 5} ${y - height / 2 + 6}v${height - 12}`} className="process-state" />
    </g>
  );
}

/** A listening port. */
export function Port({ x, y, label }: Place & { label: string }): ReactNode {
  const width = label.length * 8 + 32;
  return (
    <g className="port">
      <rect {...corner(x, y, width, 30)} rx={15} className="box" />
      <circle cx={x - width / 2 + 14} cy={y} r={4} className="pearl" />
      <Label x={x + 7} y={y}>
        {label}
      </Label>
    </g>
  );
}

/** Somebody who sends requests. */
export function Client({ x, y, label }: Place & { label?: string }): ReactNode {
  return (
    <g className="client">
      <circle cx={x} cy={y - 6} r={7} className="box" />
      <path d={`M${x - 13} ${y + 18}a13 13 0 0 1 26 0z`} className="box" />
      {label && (
        <Label x={x} y={y - 26} small>
          {label}
        </Label>
      )}
    </g>
  );
}

type ArrowProps = {
  from: [number, number];
  to: [number, number];
  dashed?: boolean;
  both?: boolean;
};

/** An arrow; `dashed` for what is not a request (messages, handing over), `both` for two heads. */
export function Arrow({ from, to, dashed = false, both = false }: ArrowProps): ReactNode {
  return (
    <path
      d={`M${from.join(" ")}L${to.join(" ")}`}
      className={dashed ? "arrow arrow-dashed" : "arrow"}
      markerEnd="url(#arrowhead)"
      markerStart={both ? "url(#arrowhead)" : undefined}
    />
  );
}

function corner(x: number, y: number, width: number, height: number): object {
  return { x: x - width / 2, y: y - height / 2, width, height };
}
