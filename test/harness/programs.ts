import { Superseded } from "./order.ts";
import { startProgram, type Program, type ProgramOptions } from "./program.ts";

/** The programs that one check has started, or several checks together: each is ended, whatever happens. */
export class Programs {
  readonly started: Program[] = [];
  readonly #target: { folder: string; command: string[] };
  readonly #starting = new Set<Promise<unknown>>();
  readonly #ends: (() => unknown)[] = [];
  /** Aborted by `stop`: nobody waits any more for those that are being started. */
  readonly #over = new AbortController();

  constructor(target: { folder: string; command: string[] }) {
    this.#target = target;
  }

  /** @throws what startProgram throws; {Superseded} after `stop`. */
  async start(options: Partial<ProgramOptions> = {}): Promise<Program> {
    const over = this.#over.signal;
    over.throwIfAborted();
    const { folder, command } = this.#target;
    const signal = options.signal ? AbortSignal.any([over, options.signal]) : over;
    const starting = startProgram({ command, folder, ...options, signal });
    this.#starting.add(starting);
    try {
      const program = await starting;
      this.started.push(program);
      return program;
    } catch (error) {
      const { program } = error as { program?: Program };
      if (program) this.started.push(program);
      throw error;
    } finally {
      this.#starting.delete(starting);
    }
  }

  /** Registers what must be done when all of them have ended. @throws {Superseded} after `stop`. */
  onEnd(act: () => unknown): void {
    this.#over.signal.throwIfAborted();
    this.#ends.push(act);
  }

  /** Ends all of them, and gives up those that are just being started. @returns what they had left running. */
  async stop(graceMs?: number): Promise<string[]> {
    this.#over.abort(new Superseded());
    await Promise.allSettled(this.#starting);
    const ends = await Promise.all(this.started.map((one) => one.stop(graceMs)));
    await Promise.all(this.#ends.splice(0).map(async (act) => act()));
    return ends.flatMap(({ left }) => left.map(({ command }) => command));
  }
}
