import type { ReactNode } from "react";
import type { Stage } from "./layout.ts";
import styles from "./picture.module.css";
import type { Words } from "./words.ts";

/** The wall between clients and machine, and the port in it. */
export function Gate(props: { stage: Stage; ports: readonly number[]; words: Words }): ReactNode {
  const { stage, ports, words } = props;
  const { wall, height, shape } = stage;
  const y = stage.pots[0]?.[1] ?? stage.hatch;
  const shown = ports.slice(0, 3);
  const open = shown.length > 0;
  const half = 11 + 7 * Math.max(0, shown.length - 1);
  const wide = shape === "wide";
  const plate = wide ? 52 : 40;
  return (
    <g className={styles.gate}>
      <path className={styles.wall} d={`M${wall} ${wide ? 8 : 22}V${height - 8}`} />
      <text className={styles.side} x={wide ? 4 : 2} y={wide ? height - 12 : 13}>
        {words.clients}
      </text>
      {wide && (
        <g className={styles.sideWords}>
          <text x="2" y={(stage.rows[0]?.answers ?? 0) + 16}>
            {words.answer}
          </text>
          <text x="2" y={y - 6}>
            {words.request}
          </text>
        </g>
      )}
      <g className={open ? undefined : styles.shut}>
        <rect x={wall - plate / 2} y={y - half} width={plate} height={half * 2} rx="4" />
        {shown.map((port, i) => (
          <text key={port} x={wall} y={y + 4 + (i - (shown.length - 1) / 2) * 14}>
            {port}
          </text>
        ))}
      </g>
      <text className={styles.portWord} x={wall} y={y - half - 6}>
        {words.port}
      </text>
    </g>
  );
}
