/** The targets by how much they have to do. One that has failed is passed over until its cool-down is over. */
export class Rotation {
  readonly #targets: readonly string[];
  readonly #coolDownMs: number;
  readonly #restsUntil = new Map<string, number>();
  readonly #inWork = new Map<string, number>();
  readonly #served = new Map<string, number>();

  constructor(targets: readonly string[], coolDownMs: number) {
    this.#targets = targets;
    this.#coolDownMs = coolDownMs;
  }

  next(failed?: string): string | undefined {
    const others = this.#targets.filter((target) => target !== failed);
    const free = others.filter(
      (target) => performance.now() >= (this.#restsUntil.get(target) ?? 0),
    );
    const count = (of: Map<string, number>, target: string) => of.get(target) ?? 0;
    const [chosen] = (free.length > 0 ? free : others).toSorted(
      (a, b) =>
        count(this.#inWork, a) - count(this.#inWork, b) ||
        count(this.#served, a) - count(this.#served, b),
    );
    return chosen;
  }

  begin(target: string): () => void {
    this.#inWork.set(target, (this.#inWork.get(target) ?? 0) + 1);
    this.#served.set(target, (this.#served.get(target) ?? 0) + 1);
    return () => this.#inWork.set(target, this.#inWork.get(target)! - 1);
  }

  rest(target: string): void {
    this.#restsUntil.set(target, performance.now() + this.#coolDownMs);
  }
}
