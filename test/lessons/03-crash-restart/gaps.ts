import type { Program } from "../../harness/program.ts";
import type { TraceEvent } from "../../harness/trace.ts";

/** What part of the documented wait a program must keep, so that one with jitter passes. A busy machine only adds. */
export const LEAST = 0.45;

/**
 * With one worker: the time from each death to the fork that answers it, in ms. Who acts on 'disconnect' may fork before the exit:
 * that is no wait either.
 */
export function gapsOf(shop: Program): number[] {
  const forks = shop.trace.of("fork");
  const gap = ({ at }: TraceEvent, i: number) =>
    forks[i + 1] ? Math.max(0, forks[i + 1]!.at - at) : [];
  return shop.trace.of("exit").flatMap(gap);
}

/** The wait before retry number `n` in a row (1 is the first), as the task describes it. */
export function waitOf(n: number, backoffMs: number): number {
  return n === 1 ? 0 : backoffMs * 2 ** (n - 2);
}

/**
 * Whether the fourth retry waits far too long: by itself, which jitter alone does not do, and beside the second, which does not
 * mean that all waits begin too high.
 */
export function leaps(gaps: number[], backoffMs: number): boolean {
  const wait = waitOf(4, backoffMs);
  const times = gaps[3]! / gaps[1]!;
  return gaps[3]! > wait * 2.1 && times > (wait / backoffMs) * 1.8;
}

/** The middle one of some numbers. */
export function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}

/** What waits do that don't double: they stay the same, grow by less than that, or jump: one is shorter than the first. */
export function shapeOf(gaps: number[], backoffMs: number): "same" | "grow" | "jump" {
  const waits = gaps.slice(1);
  if (waits.some((wait) => wait < backoffMs * LEAST)) return "jump";
  // A busy machine may lengthen one of them, but hardly the last two.
  return Math.min(...waits.slice(-2)) > backoffMs * 2.5 ? "grow" : "same";
}
