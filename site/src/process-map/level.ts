import type { Process } from "./model.ts";

const pour = 700;
const fill = 320;
const spill = 400;

/** How full a process's cup is, 0 to 1, at a moment of play time. */
export function levelAt(process: Process, time: number): number {
  const { endedAt, state } = process;
  if (endedAt === undefined || time < endedAt) return alive(process, time);
  const before = alive(process, endedAt);
  const rest = state === "crashed" ? 0 : 0.14;
  return before + (Math.min(rest, before) - before) * eased((time - endedAt) / spill);
}

/** How far something that began at `from` has come at `time`, 0 to 1, slow at both ends. */
export function progress(from: number | undefined, time: number, takes: number): number {
  return from === undefined ? 0 : eased((time - from) / takes);
}

function alive({ bornAt, readyAt }: Process, time: number): number {
  const until = Math.min(time, readyAt ?? Infinity);
  const poured = 0.66 * (1 - Math.exp(-Math.max(0, until - bornAt) / pour));
  if (readyAt === undefined || time < readyAt) return poured;
  return poured + (1 - poured) * eased((time - readyAt) / fill);
}

function eased(share: number): number {
  const x = Math.min(1, Math.max(0, share));
  return x * x * (3 - 2 * x);
}
