import { Transform, type TransformCallback } from "node:stream";

/** Puts a text before each line that flows through. */
export class Lines extends Transform {
  readonly #before: string;
  #rest = "";

  constructor(before: string) {
    super();
    this.#before = before;
  }

  override _transform(piece: Buffer, _encoding: string, done: TransformCallback): void {
    const lines = (this.#rest + piece.toString()).split("\n");
    this.#rest = lines.pop()!;
    for (const line of lines) this.push(`${this.#before}${line}\n`);
    done();
  }

  override _flush(done: TransformCallback): void {
    if (this.#rest) this.push(`${this.#before}${this.#rest}\n`);
    done();
  }
}
