import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { dirname, delimiter } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { compileCache } from "./compile-cache.ts";
import { crashReport, type CrashReport } from "./crash-report.ts";
import { Finding } from "./finding.ts";
import { startKeeper, type Exit, type Left } from "./keeper.ts";
import { Output } from "./output.ts";
import { leanHttp } from "./lean-http.ts";
import { watchPorts } from "./open-ports.ts";
import { noteBoot, patience } from "./pace.ts";
import { freePort, releasePort } from "./ports.ts";
import { openTrace, type Trace } from "./trace.ts";
import { until, WaitTimeout } from "./wait.ts";
import { whyEnded } from "./why-ended.ts";

/** How long a program may take until it listens, in ms: some wait for a database; and a slow machine is no fault of theirs. */
const readyWithin = () => Math.min(Math.max(10_000, patience(4000)), 40_000);
/** So long after it has opened other ports is a program waited for, in ms. */
const ELSEWHERE = 2000;
/** No program under check runs longer than this, in ms: more than the longest limit of a check, which ends its own much sooner. */
const LIFE = 320_000;

export interface ProgramOptions {
  /** What to run, e.g. ["node", "server.ts"]. */
  command: string[];
  /** The target's folder: working folder of the program, and what its crash is attributed to. */
  folder: string;
  /** Added to a small, clean environment (PATH, LANG, PORT, and HOME and TMPDIR in the run's own folder). `undefined` removes a variable. */
  env?: Record<string, string | undefined>;
  /** Until when `startProgram` waits: the port accepts connections (default), or not at all. */
  ready?: "port" | "none";
  /** A port to use instead of a free one. */
  port?: number;
  /** Gives up the start when it is aborted. */
  signal?: AbortSignal;
  /** A temporary folder of this program's own, which goes with it, also when we are killed. */
  scratch?: string;
  /** Called when the program and all that it started have ended. */
  onEnd?: () => Promise<void>;
  /** Told each piece of output as it comes. */
  onOutput?: (text: string) => void;
  /** How long it may run, in ms; `LIFE` unless told. */
  life?: number;
}

/** A program under check, seen from outside. */
export interface Program {
  readonly pid: number;
  readonly port: number;
  readonly url: string;
  readonly command: string[];
  readonly folder: string;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly output: Output;
  readonly trace: Trace;
  /** How it ended, once it has. */
  readonly exit: Exit | undefined;
  /** Whether the harness asked for its end (by `signal` or `stop`) before it came. */
  readonly asked: boolean;
  readonly crash: CrashReport | undefined;
  /** Sends a signal to the program's own process, like `kill PID` by hand, or to its whole group. */
  signal(name: NodeJS.Signals, to?: "process" | "group"): void;
  /** Waits until its own process has exited, and what it printed has been read. @throws {WaitTimeout} */
  exited(within: number): Promise<Exit>;
  /** Throws the finding "exited-early" if it has exited; for waits. */
  mustLive(): void;
  /** Ends it and all that descends from it. Gives what had to be cleaned up. Safe to call again. */
  stop(graceMs?: number): Promise<{ left: Left[]; forced: boolean; storm: number | undefined }>;
}

/**
 * Starts a program as its user would, as a black box, and registers its end.
 * @throws {Finding} exited-early when it ends before it listens; never-listened when it doesn't in time.
 */
export async function startProgram(options: ProgramOptions): Promise<Program> {
  const port = options.port ?? (await freePort());
  const [stdout, stderr, output] = [new Output(), new Output(), new Output()];
  const trace = await openTrace();
  const scratch = options.scratch && { UPTIME_SCRATCH: options.scratch };
  const lean = await leanHttp(options.folder);
  const env = cleanEnvironment({
    PORT: String(port),
    ...trace.env,
    ...lean,
    ...scratch,
    ...options.env,
  });
  const booted = noteBoot();
  const left: Left[] = [];
  let [pid, asked, forced, lost] = [0, false, false, false];
  let exit: Exit | undefined;
  let storm: number | undefined;
  let stopping: Promise<void> | undefined;
  const done = Promise.withResolvers<void>();
  const keeper = startKeeper(
    options.command,
    { cwd: options.folder, env },
    {
      onPid: (got) => (pid = got),
      onExit: (got) => (exit = got),
      onMany: (count) => (storm = count),
      onForced: () => (forced = true),
      onLeft: (one) => left.push(one),
      onLost: () => (lost = true),
      onDone: () => done.resolve(),
    },
  );
  for (const [stream, kept] of [
    [keeper.child.stdout!, stdout],
    [keeper.child.stderr!, stderr],
  ] as const) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      kept.add(text);
      output.add(text);
      options.onOutput?.(text);
    });
  }
  const life = setTimeout(() => keeper.end(0), options.life ?? LIFE).unref();

  const program: Program = {
    get pid() {
      return pid;
    },
    get exit() {
      return exit;
    },
    get asked() {
      return asked;
    },
    get crash() {
      return crashReport(stderr.text, options.folder);
    },
    port,
    url: `http://127.0.0.1:${port}`,
    command: options.command,
    folder: options.folder,
    stdout,
    stderr,
    output,
    trace,
    signal(name, to = "process") {
      if (exit) return;
      asked = true;
      process.kill(to === "group" ? -pid : pid, name);
    },
    async exited(within) {
      const how = await until(() => exit, { what: "exit", within });
      // What it printed last lies in the pipes by now; two turns of the event loop read it.
      await turn();
      await turn();
      return how;
    },
    mustLive() {
      if (storm !== undefined) throw new Finding("fork-storm", { count: storm }, "crashed");
      if (lost) throw new Finding("killed-its-parent", {}, "crashed");
      if (exit && !asked) throw exitedEarly(program);
    },
    async stop(graceMs = 2000) {
      // An end that came before was its own; what is stopped then is what it left behind.
      if (!exit) asked = true;
      stopping ??= (async () => {
        keeper.end(graceMs);
        await done.promise;
        clearTimeout(life);
        if (options.port === undefined) releasePort(port);
        await trace.close();
        await options.onEnd?.();
      })();
      await stopping;
      return { left, forced, storm };
    },
  };

  try {
    await until(() => pid, { what: "start", within: readyWithin() });
    if (options.ready !== "none") {
      const begun = performance.now();
      const settled = watchPorts({ trace }, patience(ELSEWHERE));
      await until(() => accepts(port), {
        what: "listening",
        within: readyWithin(),
        unless: () => {
          program.mustLive();
          options.signal?.throwIfAborted();
          if (settled()?.includes(port) === false)
            throw new WaitTimeout("listening", Math.round(performance.now() - begun));
        },
      });
    }
    booted(options.ready !== "none");
  } catch (error) {
    booted(false);
    await program.stop(); // which also waits for the output that explains an early end
    if (error instanceof WaitTimeout) {
      const other = trace.events().find(({ port: own }) => own !== undefined && own !== port);
      const data = { port, ms: error.ms, ...(other && { other: other["port"] }) };
      throw Object.assign(new Finding("never-listened", data, "timed-out"), { program });
    }
    const ended = exit && !storm && !options.signal?.aborted;
    throw Object.assign(ended ? exitedEarly(program) : (error as Error), { program });
  }
  return program;
}

function exitedEarly(program: Program): Finding {
  const { crash, stderr, folder } = program;
  const exit = program.exit!;
  const why = whyEnded({ exit, crash, stderr: stderr.text, folder });
  return new Finding(
    "exited-early",
    { ...exit, ...(crash && { crash }), ...(why && { why }) },
    "crashed",
  );
}

/** Whether something accepts a TCP connection on the port, on IPv4 or, failing that, IPv6 loopback. */
export async function accepts(port: number): Promise<boolean> {
  return (await tryConnect(port, "127.0.0.1")) || (await tryConnect(port, "::1"));
}

function tryConnect(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host });
    socket.on("connect", () => resolve(true)).on("error", () => resolve(false));
    socket
      .on("connect", () => socket.destroy())
      .setTimeout(1000, () => socket.destroy(new Error()));
  });
}

/** The course's own Node.js comes first on the PATH; nothing of vitest, pnpm or the learner's shell leaks in. */
function cleanEnvironment(extra: Record<string, string | undefined>): NodeJS.ProcessEnv {
  const path = [dirname(process.execPath), process.env["PATH"] ?? ""].join(delimiter);
  const { LANG, TMPDIR } = process.env;
  // What it writes to its home folder goes with the run, as its temporary files do.
  const all = { HOME: tmpdir(), LANG, TMPDIR, ...compileCache(), ...extra, PATH: path };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
