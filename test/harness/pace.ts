import { spawn } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";

/** What `node -e 0` needs on an idle machine of 2 cores, in ms, rounded up. */
const USUAL_START_MS = 45;
/** What `node` with a small cluster needs there until it answers, in ms. */
const USUAL_BOOT_MS = 250;
/** Threads of a run. More than there are processors only slow each other: checks start several processes each. */
export const THREADS = Math.min(3, availableParallelism());
/** Checks side by side in each of them. */
export const CHECKS_AT_ONCE = Math.min(4, THREADS + 1);
const MOST = 20;

/** So long, in ms, does what was measured hold for runs of the same process that follow. */
const FRESH = 5000;

/** How slow the machine was when it was last measured, and when that was, in ms since 1970. */
export interface Pace {
  slowness: number;
  at: number;
}

let slowness = 1;
let measuredAt = 0;
let measured: { at: number; pace: Promise<Pace> } | undefined;
let booting = 0;

/**
 * Measures how slow this machine is now: 1 for an idle one of 2 cores, 9 or so for one whose cores have nine processes each
 * to run. To be called before a run, when nothing of ours takes part in what is measured.
 */
export async function measurePace(): Promise<Pace> {
  if (!measured || performance.now() - measured.at > FRESH) {
    measured = { at: performance.now(), pace: pace() };
  }
  return measured.pace;
}

async function pace(): Promise<Pace> {
  let slowest = 0;
  for (let i = 0; i < 2; i++) {
    const started = performance.now();
    await once(spawn(process.execPath, ["-e", "0"], { stdio: "ignore" }), "exit");
    slowest = Math.max(slowest, performance.now() - started);
  }
  return { slowness: within(slowest / USUAL_START_MS), at: Date.now() };
}

/** Takes over what was measured before the run. What the machine has shown before that no longer counts: threads outlive runs. */
export function setPace({ slowness: before, at }: Pace): void {
  slowness = at === measuredAt ? Math.max(slowness, before) : before;
  measuredAt = at;
}

/**
 * Tells that a program is being started.
 * @returns to be called at its first sign of life (`true`), or when there will be none (`false`). A machine that becomes
 * slower during a run gets longer limits, too; programs that start together slow each other down, which says nothing.
 */
export function noteBoot(): (alive: boolean) => void {
  const started = performance.now();
  let together = ++booting;
  return (alive) => {
    together = Math.max(together, booting--);
    const usual = USUAL_BOOT_MS * together * THREADS;
    if (alive) slowness = Math.max(slowness, within((performance.now() - started) / usual));
  };
}

/**
 * A time limit in ms for something that takes `usual` ms at most on an idle machine: stretched by how slow this machine
 * has shown itself in this run. A limit that must be met by design (not by speed) should not be shorter than `usual`.
 */
export function patience(usual: number): number {
  return Math.round(usual * slowness);
}

/** How slow this machine has shown itself so far, as `patience` counts. */
export function slownessNow(): number {
  return slowness;
}

function within(ratio: number): number {
  return Math.min(Math.max(1, ratio), MOST);
}
