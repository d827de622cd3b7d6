import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { slownessNow } from "./pace.ts";

/** So many times the length that a limit has on an idle machine may it last, unless it was longer from the start. */
const AT_MOST = 6;

/**
 * A time limit that counts only the time in which no process had to wait for a processor: what did not happen while all
 * stood in line for one proves nothing against the program. On an idle machine it lasts as long as it says.
 */
export class Limit {
  readonly ms: number;
  readonly #start = performance.now();
  readonly #stalled = stalledMs();
  readonly #most: number;

  /**
   * @param ms how long it lasts at least, in ms, as `patience` gives it.
   * @param strict whether it lasts no longer, either.
   */
  constructor(ms: number, strict = false) {
    this.ms = ms;
    this.#most = strict ? ms : Math.max(ms, (ms / slownessNow()) * AT_MOST);
  }

  /** How much of it is left, in ms: 0 when it is over. */
  get left(): number {
    const passed = performance.now() - this.#start;
    // Looking at the machine costs more than looking at the clock.
    if (passed < this.ms) return this.ms - passed;
    if (passed >= this.#most) return 0;
    const calm = passed - Math.max(0, stalledMs() - this.#stalled);
    return Math.max(0, Math.min(this.ms - calm, this.#most - passed));
  }

  get over(): boolean {
    return this.left <= 0;
  }
}

/**
 * Acts when a limit is over, as setTimeout does.
 * @returns what calls it off.
 */
export function whenOver(ms: number, act: () => void): () => void {
  const limit = new Limit(ms);
  let timer = setTimeout(look, ms);
  return () => clearTimeout(timer);

  function look(): void {
    if (limit.over) act();
    else timer = setTimeout(look, Math.max(limit.left, 20));
  }
}

/**
 * For how long, in ms, some process has had to wait for a processor, since some moment in the past. Linux counts that
 * (https://docs.kernel.org/accounting/psi.html, "some" of cpu, in µs); elsewhere, a machine whose processors were idle for less
 * than a quarter of the time is taken for one where they had to wait.
 */
function stalledMs(): number {
  try {
    const [, total] = /some .*total=(\d+)/.exec(readFileSync("/proc/pressure/cpu", "utf8"))!;
    return Number(total) / 1000;
  } catch {
    const each = cpus().map(({ times }) => times);
    const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
    const all = sum(each.map((one) => sum(Object.values(one))));
    const idle = sum(each.map((one) => one.idle));
    return (all - 4 * idle) / each.length;
  }
}
