// #region rotation
/** The targets in turn. One that has failed is passed over until its cool-down is over. */
export class Rotation {
  readonly #targets: readonly string[];
  readonly #coolDownMs: number;
  readonly #restsUntil = new Map<string, number>();
  #turn = 0;

  constructor(targets: readonly string[], coolDownMs: number) {
    this.#targets = targets;
    this.#coolDownMs = coolDownMs;
  }

  /** The target whose turn it is, but never `failed`; undefined when there is no other. */
  next(failed?: string): string | undefined {
    const inTurn = this.#targets.map((_, i) => this.#at(this.#turn + i));
    const others = inTurn.filter((target) => target !== failed);
    // If all of them rest, an attempt costs less than an answer that is surely an error.
    const chosen = others.find((target) => !this.#rests(target)) ?? others[0];
    if (chosen !== undefined) this.#turn += inTurn.indexOf(chosen) + 1;
    return chosen;
  }

  rest(target: string): void {
    this.#restsUntil.set(target, Date.now() + this.#coolDownMs);
  }

  #rests(target: string): boolean {
    return performance.now() < (this.#restsUntil.get(target) ?? 0);
  }

  #at(turn: number): string {
    return this.#targets[turn % this.#targets.length]!;
  }
}
// #endregion
