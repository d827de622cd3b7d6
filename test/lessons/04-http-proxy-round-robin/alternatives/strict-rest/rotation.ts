/** One of the shops behind the proxy. */
export class Target {
  readonly url: string;
  /** The later, the more recently it had its turn. */
  turn = 0;
  #rest: NodeJS.Timeout | undefined;

  constructor(url: string) {
    this.url = url;
  }

  get rests(): boolean {
    return this.#rest !== undefined;
  }

  rest(ms: number): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => (this.#rest = undefined), ms).unref();
  }
}

/** Whoever has waited longest is next. A target that rests gets nothing, also when all of them do. */
export class Rotation {
  readonly #targets: readonly Target[];
  #turn = 0;

  constructor(urls: readonly string[]) {
    this.#targets = urls.map((url) => new Target(url));
  }

  next(failed?: Target): Target | undefined {
    const free = this.#targets.filter((target) => target !== failed && !target.rests);
    const [first] = free.toSorted((a, b) => a.turn - b.turn);
    if (first) first.turn = ++this.#turn;
    return first;
  }
}
