import { afterAll, inject, test, type TestContext } from "vitest";
import { Finding, type Data, type Verdict } from "./finding.ts";
import { startProgram, type Program, type ProgramOptions } from "./program.ts";
import { WaitTimeout } from "./wait.ts";

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
  }
  interface TaskMeta {
    uptime?: CheckMeta;
  }
}

export type StartOptions = Omit<Partial<ProgramOptions>, "folder">;
type Start = (options?: StartOptions) => Promise<Program>;

export interface CheckContext {
  /** Starts the target's program; ended after the check, whatever happens. */
  start: Start;
}

export interface TaskContext {
  /** Registers a check; ids are those of lesson.json. Checks of a lesson run side by side. */
  check(id: string, prove: (context: CheckContext) => Promise<void>): void;
  /** A program that several checks of this task look at: started at the first call, ended after the last check. */
  shared(options?: StartOptions): () => Promise<Program>;
}

const OUTPUT_LINES = 12;
/** Longer than any sum of limits inside a check: those end first, and say what they waited for. */
const CHECK_LIMIT = 100_000;

/** Registers the checks of one task. */
export function task(id: string, define: (context: TaskContext) => void): void {
  const { folder, command } = inject("target");
  const sharing: { started: Promise<Program>; fellow: Program | undefined }[] = [];

  async function launch(options: StartOptions, kept: Program[]): Promise<Program> {
    try {
      const program = await startProgram({ command, ...options, folder });
      kept.push(program);
      return program;
    } catch (error) {
      const { program } = error as { program?: Program };
      if (program) kept.push(program);
      throw error;
    }
  }

  define({
    check(checkId, prove) {
      test.concurrent(`${id} › ${checkId}`, { timeout: CHECK_LIMIT }, async (context) => {
        const programs: Program[] = [];
        const meta: CheckMeta = { task: id, check: checkId, verdict: "pass" };
        context.task.meta.uptime = meta;
        try {
          await prove({ start: (options = {}) => launch(options, programs) });
        } catch (error) {
          const watched = [...programs, ...sharing.flatMap(({ fellow }) => fellow ?? [])];
          Object.assign(meta, conclude(error, watched));
          meta.output = watched.flatMap((one) => one.output.tail(OUTPUT_LINES)).slice(-OUTPUT_LINES);
          failQuietly(context, meta);
        } finally {
          const ends = await Promise.all(programs.map((one) => one.stop()));
          meta.left = ends.flatMap(({ left }) => left.map((one) => one.command));
        }
      });
    },
    shared(options = {}) {
      const slot: { started?: Promise<Program>; fellow: Program | undefined } = { fellow: undefined };
      return () => {
        if (!slot.started) {
          const kept: Program[] = [];
          slot.started = launch(options, kept).finally(() => (slot.fellow = kept[0]));
          sharing.push(slot as { started: Promise<Program>; fellow: Program | undefined });
        }
        return slot.started;
      };
    },
  });

  afterAll(async () => {
    await Promise.all(sharing.map(({ started }) => started.then((one) => one.stop()).catch(() => {})));
  });
}

/** From whatever a check threw to a verdict. A bug of ours is "not checked", never the learner's failure. */
function conclude(error: unknown, programs: Program[]): Pick<CheckMeta, "verdict" | "finding"> {
  if (error instanceof Finding) {
    return { verdict: error.verdict, finding: { id: error.id, data: error.data } };
  }
  for (const program of programs) {
    // A network error, or a wait in vain, after an unexpected end: the end is the cause.
    try {
      program.mustLive();
    } catch (early) {
      return conclude(early, []);
    }
  }
  const { code, name, message } = error as NodeJS.ErrnoException;
  if (error instanceof WaitTimeout) {
    const data = { what: error.what, ms: error.ms };
    return { verdict: "timed-out", finding: { id: "waited-in-vain", data } };
  }
  if (code === "ECONNREFUSED") return { verdict: "wrong", finding: { id: "refused", data: {} } };
  if (code === "ECONNRESET") return { verdict: "wrong", finding: { id: "reset", data: {} } };
  if (name === "AssertionError" || /^expected /.test(message)) {
    return { verdict: "wrong", finding: { id: "not-as-expected", data: { message } } };
  }
  const data = { message: String((error as Error).stack ?? error) };
  return { verdict: "not-checked", finding: { id: "our-side-failed", data } };
}

function failQuietly(context: TestContext, meta: CheckMeta): never {
  const failure = new Error(`${meta.task} › ${meta.check}: ${meta.verdict} ${meta.finding?.id ?? ""}`);
  failure.stack = "";
  context.task.meta.uptime = meta;
  throw failure;
}
