import type { ReactNode } from "react";
import { Live } from "./live.tsx";
import { Player } from "./player.tsx";
import { Quiet } from "./quiet.tsx";
import type { Lang, Trace, TraceEvent } from "./types.ts";

export type { Lang, Trace, TraceEvent } from "./types.ts";

export interface ProcessMapProps {
  readonly lang: Lang;
  /** A recorded run. */
  readonly trace?: Trace;
  /** A run that is still going on: an array that is replaced by a longer one as events arrive. */
  readonly events?: readonly TraceEvent[];
  /** Stands with the picture; a recorded run without one shows its title. */
  readonly caption?: ReactNode;
  /** Plays by itself, over and over, with no controls but pause. */
  readonly quiet?: boolean;
}

/** The process map: a run of a Node.js program, its processes as cups and its requests as pearls. */
export function ProcessMap({ trace, events, quiet, ...shared }: ProcessMapProps): ReactNode {
  if (events) return <Live events={events} {...shared} />;
  if (!trace) return null;
  // Another trace is another run: it starts afresh.
  const key = `${trace.events.length} ${trace.title?.en ?? ""}`;
  if (quiet) return <Quiet key={key} trace={trace} {...shared} />;
  return <Player key={key} trace={trace} {...shared} />;
}
