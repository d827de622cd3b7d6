/** What `node` with a small cluster needs until it answers, on an idle 2-core machine, in ms. */
const USUAL_BOOT_MS = 250;
let slowest = 1;

/** Tells how long a program took from its start to its first sign of life; slower machines get longer limits. */
export function noteBoot(ms: number): void {
  slowest = Math.max(slowest, Math.min(ms / USUAL_BOOT_MS, 20));
}

/**
 * A time limit in ms for something that takes `usual` ms at most on an idle machine: stretched by how slow this machine
 * has shown itself in this run. A limit that must be met by design (not by speed) should not be shorter than `usual`.
 */
export function patience(usual: number): number {
  return Math.round(usual * slowest);
}
