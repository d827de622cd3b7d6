import type { Role, State } from "./types.ts";

/** How a process ended, as far as anybody reported it. */
export interface Ending {
  readonly code?: number | null;
  readonly signal?: string | null;
  readonly planned?: boolean;
  readonly message?: string;
}

export interface Process {
  readonly pid: number;
  readonly role: Role;
  readonly state: State;
  /** Id in the cluster, for workers. */
  readonly worker?: number;
  readonly parent?: number;
  readonly file?: string;
  readonly ports: readonly number[];
  /** The channel to the primary is closed: it takes nothing new and finishes what it has. */
  readonly leaving: boolean;
  readonly bornAt: number;
  readonly readyAt?: number;
  readonly endedAt?: number;
  readonly ending?: Ending;
  /** Requests being served now. */
  readonly open: ReadonlySet<string>;
  /** Answers that arrived before their request: events of several processes can overtake. */
  readonly early: ReadonlySet<string>;
  readonly answered: number;
  /** Answered with a status of 500 or more; also counted in `answered`. */
  readonly failed: number;
  readonly aborted: number;
  /** In flight when the process died. */
  readonly lost: number;
}

/** Answers between two notable events, put together: one line for a thousand requests. */
export interface AnswersEntry {
  readonly kind: "answers";
  /** The time of the last of them. */
  readonly at: number;
  readonly byPid: Readonly<Record<number, number>>;
  readonly failed: number;
  readonly aborted: number;
}

export interface ProcessEntry {
  readonly kind:
    | "start"
    | "fork"
    | "online"
    | "listening"
    | "crash"
    | "disconnect"
    | "exit"
    | "end";
  readonly at: number;
  readonly pid: number;
  readonly port?: number;
  readonly lost?: number;
  readonly ending?: Ending;
}

export type LogEntry = AnswersEntry | ProcessEntry;

/** Everything the picture shows at one moment. */
export interface Model {
  readonly at: number;
  readonly processes: Readonly<Record<number, Process>>;
  /** Every port anybody listened on, in order of appearance. */
  readonly ports: readonly number[];
  readonly log: readonly LogEntry[];
}

export const emptyModel: Model = { at: 0, processes: {}, ports: [], log: [] };

const none: ReadonlySet<string> = new Set();

/** A process at the first sign of its life, whoever gave it. */
export function born(pid: number, role: Role, at: number): Process {
  return {
    pid,
    role,
    state: "starting",
    ports: [],
    leaving: false,
    bornAt: at,
    open: none,
    early: none,
    answered: 0,
    failed: 0,
    aborted: 0,
    lost: 0,
  };
}

/** True once a process is gone, in whatever way. */
export function isOver(process: Process): boolean {
  return process.state === "crashed" || process.state === "stopped";
}
