/** Thrown into a check whose outcome no longer matters: a check that comes before it has failed. */
export class Superseded extends Error {
  override name = "Superseded";
}

/** What a run of checks shares between its threads: the lesson's order, and how far it is from being solved. */
export interface SharedOrder {
  /** All checks, as "task › check", in the order in which a learner meets them. */
  checks: string[];
  /** Whether checks that are not named there don't run at all; otherwise they run to their end. */
  only: boolean;
  /** One 32-bit integer: the place of the first check known to have failed. */
  cell: SharedArrayBuffer;
}

/** How often a running check looks whether it still matters, in ms. */
const LOOK_EVERY = 20;

/** Makes the shared part for a run: `all` lets every check run to its end, `only` leaves out those that are not named. */
export function shareOrder(
  checks: string[],
  { all = false, only = false }: { all?: boolean | undefined; only?: boolean } = {},
): SharedOrder {
  const cell = new SharedArrayBuffer(4);
  new Int32Array(cell)[0] = checks.length;
  return { checks: all ? [] : checks, only, cell };
}

/**
 * A lesson's checks run side by side, but a learner is told of the first failing one only. As soon as a check has failed, those
 * behind it end; those before it run on. So the answer is the same in every run, and a failure is told early.
 */
export class Order {
  readonly #checks: string[];
  readonly #only: boolean;
  readonly #cell: Int32Array;

  constructor({ checks, only, cell }: SharedOrder) {
    this.#checks = checks;
    this.#only = only;
    this.#cell = new Int32Array(cell);
  }

  /** Tells that a check has failed. */
  failed(check: string): void {
    const place = this.#checks.indexOf(check);
    if (place === -1) return;
    let first = Atomics.load(this.#cell, 0);
    while (place < first) first = Atomics.compareExchange(this.#cell, 0, first, place);
  }

  /** Whether a check comes behind one that has failed, or was left out from the start. */
  isLater(check: string): boolean {
    const place = this.#checks.indexOf(check);
    if (this.#only && place === -1) return true;
    return place > Atomics.load(this.#cell, 0);
  }

  /** A signal that aborts with `Superseded` when a check before this one fails; `release` ends the watching. */
  watch(check: string): { signal: AbortSignal; release(): void } {
    const controller = new AbortController();
    const look = () => this.isLater(check) && controller.abort(new Superseded());
    look();
    const timer = setInterval(look, LOOK_EVERY);
    return { signal: controller.signal, release: () => clearInterval(timer) };
  }
}
