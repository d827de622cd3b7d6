import { afterAll, inject, test } from "vitest";
import { concludeInTime } from "./conclude.ts";
import type { Data, Verdict } from "./finding.ts";
import { Order, Superseded, type SharedOrder } from "./order.ts";
import { patience, setPace, type Pace } from "./pace.ts";
import type { Program, ProgramOptions } from "./program.ts";
import { Programs } from "./programs.ts";
import { fullDisk } from "./room.ts";

/** What a check gives to the reporter, through vitest's task.meta. */
export interface CheckMeta {
  task: string;
  check: string;
  verdict: Verdict;
  finding?: { id: string; data: Data };
  /** The last lines of the programs that the check started. */
  output?: string[];
  /** What was still running after the program had ended. */
  left?: string[];
}

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of the target, and the command that starts its program. */
    target: { folder: string; command: string[] };
    order: SharedOrder;
    /** How slow the machine was before the run. */
    pace: Pace;
  }
  interface TaskMeta {
    uptime?: CheckMeta;
  }
}

export type StartOptions = Omit<Partial<ProgramOptions>, "signal">;
type Start = (options?: StartOptions) => Promise<Program>;

export interface CheckContext {
  /** Starts the target's program; ended after the check, whatever happens. */
  start: Start;
  /** The target's folder, for checks that run a copy of it elsewhere. */
  folder: string;
  /** Registers what must be done after the check, when its programs have ended, whatever happens. */
  onEnd(act: () => unknown): void;
  /** Aborted when the check no longer matters. */
  signal: AbortSignal;
}

export interface TaskContext {
  /** Registers a check; ids are those of lesson.json. Checks of a lesson run side by side. */
  check(id: string, prove: (context: CheckContext) => Promise<void>): void;
  /** A program that several checks of this task look at: started at the first call, ended after the last check. */
  shared(options?: StartOptions): () => Promise<Program>;
}

const OUTPUT_LINES = 12;
/** Longer than any sum of limits inside a check, in ms: those end first, and say what they waited for. */
const checkLimit = () => Math.min(patience(100_000), 300_000);

/** Registers the checks of one task. */
export function task(id: string, define: (context: TaskContext) => void): void {
  const target = inject("target");
  const order = new Order(inject("order"));
  setPace(inject("pace"));
  const fellows: Fellow[] = [];

  define({
    check(checkId, prove) {
      const name = `${id} › ${checkId}`;
      test.concurrent(name, { timeout: checkLimit() }, async (context) => {
        const meta: CheckMeta = { task: id, check: checkId, verdict: "pass" };
        const own = new Programs(target);
        const { signal, release } = order.watch(name);
        try {
          await unlessAborted(signal, () =>
            prove({
              start: (options) => own.start({ ...options, signal }),
              folder: target.folder,
              onEnd: (act) => own.onEnd(act),
              signal,
            }),
          );
          const full = fullDisk();
          if (full) throw full;
        } catch (error) {
          if (error instanceof Superseded) {
            await own.stop(0);
            return context.skip();
          }
          const watched = [...own.started, ...fellows.flatMap(({ programs }) => programs.started)];
          Object.assign(meta, await concludeInTime(error, watched));
          meta.output = watched
            .flatMap((one) => one.output.tail(OUTPUT_LINES))
            .slice(-OUTPUT_LINES);
        } finally {
          release();
          meta.left = await own.stop();
        }
        if (meta.verdict !== "pass") order.failed(name);
        context.task.meta.uptime = meta;
        if (meta.verdict !== "pass") failQuietly(meta);
      });
    },
    shared(options = {}) {
      const fellow: Fellow = { programs: new Programs(target) };
      fellows.push(fellow);
      return () => (fellow.program ??= fellow.programs.start(options));
    },
  });

  afterAll(async () => {
    await Promise.all(fellows.map(({ programs }) => programs.stop()));
  });
}

/** A program that several checks of a task look at. */
interface Fellow {
  programs: Programs;
  program?: Promise<Program>;
}

/** Settles as `work` does, or rejects with the signal's reason as soon as it aborts; `work` then runs out unheard. */
function unlessAborted<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    work().then(resolve, reject);
  });
}

/** Vitest must see a failure; what it means stands in the meta. */
function failQuietly(meta: CheckMeta): never {
  const failure = new Error(
    `${meta.task} › ${meta.check}: ${meta.verdict} ${meta.finding?.id ?? ""}`,
  );
  failure.stack = "";
  throw failure;
}
