import { setTimeout as sleep } from "node:timers/promises";
import { Limit } from "./limit.ts";

/** Thrown when what was awaited did not come in time. */
export class WaitTimeout extends Error {
  override name = "WaitTimeout";
  readonly what: string;
  readonly ms: number;

  constructor(what: string, ms: number) {
    super(`waited ${ms} ms for ${what}`);
    this.what = what;
    this.ms = ms;
  }
}

export interface WaitOptions {
  /** What is awaited, for the message of a timeout. */
  what: string;
  /** Give up after so many milliseconds, as Limit counts them: more slowly while the machine is busy. */
  within: number;
  /** Look again after so many milliseconds, 15 unless told. */
  every?: number;
  /** What must come by a certain time, however busy the machine is: all time counts. */
  strict?: boolean;
  /** Ends the wait at once, by throwing; for example, when the program has exited. */
  unless?: () => void;
}

/**
 * Looks until `seen` gives something truthy, and gives that. Never sleeps longer than one look takes.
 * @throws {WaitTimeout} after `within` ms, and whatever `unless` throws.
 */
export async function until<T>(
  seen: () => T | Promise<T>,
  { what, within, every = 15, strict = false, unless }: WaitOptions,
): Promise<NonNullable<T>> {
  const limit = new Limit(within, strict);
  for (;;) {
    const value = await seen();
    if (value) return value;
    unless?.();
    if (limit.over) throw new WaitTimeout(what, within);
    await sleep(every);
  }
}
