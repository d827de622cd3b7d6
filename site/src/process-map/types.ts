/** The two languages of the course. */
export type Lang = "en" | "zh-TW";

export type Role = "primary" | "worker";

/** What a process is doing; each state has one colour, one shape and one word everywhere. */
export type State = "starting" | "running" | "crashed" | "stopped";

/**
 * One line of a trace. Only the first three fields are sure to be there: which of the others are
 * set depends on `type`, and a trace may hold types this version does not know.
 */
export interface TraceEvent {
  readonly at: number;
  readonly pid: number;
  readonly type: string;
  readonly ppid?: number;
  readonly role?: Role;
  readonly worker?: number;
  readonly child?: number;
  readonly file?: string;
  readonly port?: number;
  readonly id?: number | string;
  readonly method?: string;
  readonly path?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly message?: string;
  readonly code?: number | null;
  readonly signal?: string | null;
  readonly planned?: boolean;
}

/** A recorded run, as it stands in `recordings/<name>.trace.json`. */
export interface Trace {
  readonly title?: Readonly<Record<Lang, string>>;
  readonly events: readonly TraceEvent[];
}
