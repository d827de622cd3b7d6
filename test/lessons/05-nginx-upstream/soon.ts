import type { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import { until, WaitTimeout } from "../../harness/wait.ts";

/** Before nginx does by itself what it is asked to do sooner, in ms: that takes 10 s at least. */
const BY_ITSELF = 9500;
/** However slow the machine. */
const AT_MOST = 8000;

interface SoonOptions {
  /** How long it takes at most where the machine is idle, in ms. */
  usual: number;
  every: number;
  /** What it counts from, if that was some time ago, as performance.now() tells. */
  since?: number;
  /** What is found when it didn't come within so many ms. */
  otherwise: (ms: number) => Finding;
}

/** Waits for what nginx does after a time that its file tells, and gives it. */
export async function soon<T>(
  seen: () => T | Promise<T>,
  { usual, every, since = performance.now(), otherwise }: SoonOptions,
): Promise<NonNullable<T>> {
  const left = BY_ITSELF - (performance.now() - since);
  const within = Math.round(Math.min(patience(usual), AT_MOST, Math.max(usual, left)));
  return until(seen, { what: "what nginx does soon", within, every, strict: true }).catch(
    (error) => {
      throw error instanceof WaitTimeout ? otherwise(within) : error;
    },
  );
}
