import { stripVTControlCharacters } from "node:util";

/** How much of a program's output is kept, in characters: the first and the last so many. */
const KEPT = 32 * 1024;

/** What a program printed, bounded: the first and last 32 KB of each stream, in order of arrival. */
export class Output {
  #first = "";
  #last = "";
  #dropped = 0;

  /** Takes the next piece of text. */
  add(text: string): void {
    const room = KEPT - this.#first.length;
    if (room > 0) {
      this.#first += text.slice(0, room);
      text = text.slice(room);
    }
    this.#last += text;
    if (this.#last.length > KEPT) {
      this.#dropped += this.#last.length - KEPT;
      this.#last = this.#last.slice(-KEPT);
    }
  }

  /** All that was kept, with a line that says how much was left out between its two parts. */
  get text(): string {
    const gap = this.#dropped > 0 ? `\n… ${this.#dropped} characters left out …\n` : "";
    return this.#first + gap + this.#last;
  }

  /** The kept lines that are not empty, without colours, whose numbers are no word of the program's. */
  get lines(): string[] {
    return stripVTControlCharacters(this.text)
      .split(/\r?\n/)
      .filter((line) => line.trim() !== "");
  }

  /** The last `count` kept lines. */
  tail(count: number): string[] {
    return this.lines.slice(-count);
  }
}
