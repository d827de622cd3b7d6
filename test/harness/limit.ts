import { readFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { slownessNow } from "./pace.ts";

/** So many times the length that a limit has on an idle machine may it last, unless it was longer from the start. */
const AT_MOST = 6;
/** How often the machine is looked at, in ms. */
const LOOK_EVERY = 50;

/**
 * A time limit that counts time as a program gets it: while three processes share two processors, only two thirds of it. What did
 * not happen while all stood in line proves nothing against the program. On an idle machine it lasts as long as it says.
 */
export class Limit {
  readonly ms: number;
  readonly #start = performance.now();
  readonly #begun = timeGiven();
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
    if (passed < this.ms) return this.ms - passed;
    return Math.max(0, Math.min(this.ms - (timeGiven() - this.#begun), this.#most - passed));
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
  let timer = setTimeout(actOrWait, ms);
  return () => clearTimeout(timer);

  function actOrWait(): void {
    if (limit.over) act();
    else timer = setTimeout(actOrWait, Math.max(limit.left, 20));
  }
}

let [given, lastLook] = [0, 0];
let looking: NodeJS.Timeout | undefined;

/** A clock, in ms, that goes as fast as the machine lets a process run that wants to. */
function timeGiven(): number {
  looking ??= setInterval(look, LOOK_EVERY).unref();
  look();
  return given;
}

function look(): void {
  const now = performance.now();
  given += (now - lastLook) * share();
  lastLook = now;
}

/** The share of a processor that each process gets of those that want to run now. */
function share(): number {
  try {
    // https://man7.org/linux/man-pages/man5/proc_loadavg.5.html: running and runnable ones, of which we are one
    const [, running] = / (\d+)\/\d+ \d+$/m.exec(readFileSync("/proc/loadavg", "utf8"))!;
    return Math.min(1, availableParallelism() / Number(running));
  } catch {
    return wasIdle() ? 1 : 0.5;
  }
}

let before = { all: 0, idle: 0 };

/** Where the system doesn't tell: whether the processors had nothing to do for a tenth of the time since the last look. */
function wasIdle(): boolean {
  const all = cpus().map(({ times }) => times);
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
  const now = {
    all: sum(all.flatMap((one) => Object.values(one))),
    idle: sum(all.map(({ idle }) => idle)),
  };
  const [spent, idle] = [now.all - before.all, now.idle - before.idle];
  if (spent <= 0) return true;
  before = now;
  return idle / spent > 0.1;
}
