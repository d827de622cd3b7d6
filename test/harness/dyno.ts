import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { acceptsAt, outsideAddress } from "./addresses.ts";
import type { Exit } from "./keeper.ts";
import { watchPorts } from "./open-ports.ts";
import { patience } from "./pace.ts";
import type { Program, ProgramOptions } from "./program.ts";
import { NODE_BIN, type Slug } from "./slug.ts";
import { until, WaitTimeout } from "./wait.ts";

/** Heroku's limits in ms. Checks use shorter ones, and the dyno's log says so. */
export const LIMITS = { boot: 60_000, exit: 30_000 };

/** A wait that was so much longer than its limit, in ms, is told as it was: a busy machine stretches limits. */
const MUCH = 500;

export type State = "down" | "starting" | "up" | "crashed";

export interface DynoOptions {
  slug: Slug;
  /** The command of its process type, as the Procfile has it. */
  command: string;
  /** How programs are started here: `start` of a check, or `startProgram`. */
  start(options: ProgramOptions): Promise<Program>;
  name?: string;
  /** The application's config vars. */
  config?: Record<string, string>;
  /** Told each line of the platform's log, with the part that says it, such as "heroku[web.1]". */
  log?: (source: string, line: string) => void;
  limits?: Partial<typeof LIMITS>;
  /** Gives up a boot as soon as it is plain what it comes to: something listens, but not where it must. */
  impatient?: boolean;
  life?: number;
}

/**
 * A dyno: one process type of an application, run as Heroku runs it. It gets a port in PORT and must listen on it in time, is
 * ended by SIGTERM to all of its processes, later SIGKILL, and what it writes to its disk goes with it.
 */
export class Dyno {
  readonly name: string;
  state: State = "down";
  /** The running program, once it has been started. */
  program: Program | undefined;
  /** Whether its boot was given up (R10). */
  timedOut = false;
  readonly #options: DynoOptions;
  readonly #limits: typeof LIMITS;

  constructor(options: DynoOptions) {
    this.#options = options;
    this.name = options.name ?? "web.1";
    this.#limits = { ...LIMITS, ...options.limits };
  }

  /** Starts the process type, and waits until it is up, or is not going to be. @returns its state then. */
  async boot(): Promise<State> {
    const { command, slug, start, life } = this.#options;
    this.#to("starting");
    this.#say(`Starting process with command \`${command}\``);
    const program = await start({
      command: ["env", `PATH=${pathOf(slug)}`, "bash", "-c", command],
      folder: slug.folder,
      env: environment(this.name, slug, this.#options.config),
      ready: "none",
      onOutput: (text) => this.#relay(text),
      ...(life && { life }),
    });
    this.program = program;
    const isWeb = this.name.startsWith("web.");
    const settled = watchPorts(program, patience(700));
    const launched = performance.now();
    try {
      await until(async () => !isWeb || acceptsAt(outsideAddress() ?? "127.0.0.1", program.port), {
        what: "a listener on $PORT",
        within: this.#limits.boot,
        every: 25,
        unless: () => {
          if (program.exit) throw new Ended();
          if (this.#options.impatient && settled()) throw new Hopeless();
        },
      });
      // What the program says of its port comes first in the log, as it was first.
      if (this.#options.log) await sleep(20);
      this.#to("up");
      void this.#watch(program);
    } catch (error) {
      if (error instanceof WaitTimeout || error instanceof Hopeless) {
        this.timedOut = true;
        const text = "Web process failed to bind to $PORT within";
        this.#error("R10", "Boot timeout", text, { limit: "boot", since: launched });
        this.#say("Stopping process with SIGKILL");
        program.signal("SIGKILL", "group");
      } else if (!(error instanceof Ended)) throw error;
      await program.stop(0); // its last lines may arrive after the news of its end
      if (this.state === "starting") this.#ended(program, "crashed");
    }
    return this.state;
  }

  /** Ends it as Heroku does at every deployment, restart, and once a day. @returns whether it ended in time by itself. */
  async stop(): Promise<boolean> {
    const { program } = this;
    if (!program || program.exit) return true;
    this.#say("Stopping all processes with SIGTERM");
    const before = this.state;
    this.state = "down";
    program.signal("SIGTERM", "group");
    const signalled = performance.now();
    const inTime = await until(() => !groupLives(program.pid), {
      what: "end",
      within: this.#limits.exit,
    }).catch(() => false);
    if (!inTime) {
      const text = "At least one process failed to exit within";
      this.#error("R12", "Exit timeout", text, { limit: "exit", since: signalled });
      this.#say("Stopping remaining processes with SIGKILL");
      program.signal("SIGKILL", "group");
    }
    await program.stop(0);
    this.#say(`Process exited with status ${inTime ? statusOf(program.exit) : 137}`);
    this.#say(`State changed from ${before} to down`);
    return inTime;
  }

  async #watch(program: Program): Promise<void> {
    await program.exited(2 ** 31).catch(() => {});
    if (this.state === "up") this.#ended(program, "crashed");
  }

  #ended(program: Program, state: State): void {
    this.#say(`Process exited with status ${statusOf(program.exit)}`);
    this.#to(state);
  }

  #to(state: State): void {
    this.#say(`State changed from ${this.state} to ${state}`);
    this.state = state;
  }

  /** Tells of a limit that was not kept: Heroku's, and how long was really waited here. */
  #error(
    code: string,
    name: string,
    text: string,
    { limit, since }: { limit: keyof typeof LIMITS; since: number },
  ): void {
    const [real, here, waited] = [LIMITS[limit], this.#limits[limit], performance.now() - since];
    const event = limit === "boot" ? "launch" : "SIGTERM";
    const told = waited > here + MUCH ? waited : here;
    const note = told === real ? "" : ` (${Number((told / 1000).toFixed(1))} s here)`;
    this.#say(`Error ${code} (${name}) -> ${text} ${real / 1000} seconds of ${event}${note}`);
  }

  #say(line: string): void {
    this.#options.log?.(`heroku[${this.name}]`, line);
  }

  #rest = "";
  #relay(text: string): void {
    const lines = (this.#rest + text).split("\n");
    this.#rest = lines.pop()!;
    for (const line of lines) if (line !== "") this.#options.log?.(`app[${this.name}]`, line);
  }
}

class Ended extends Error {}
class Hopeless extends Error {}

/** The status as a shell would tell it: 128 and the signal's number, where a signal ended it. */
export function statusOf(exit: Exit | undefined): number {
  if (!exit) return 137;
  return exit.signal ? 128 + constants.signals[exit.signal] : exit.code!;
}

/** Whether any process of the group is left. */
export function groupLives(pid: number): boolean {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** What a dyno's process finds in its environment, besides PORT and the config vars. */
function environment(name: string, { folder }: Slug, config: Record<string, string> = {}) {
  const own = { DYNO: name, HOME: folder, NODE_ENV: "production", MEMORY_AVAILABLE: "512" };
  // npm would otherwise ask the registry whether it is up to date.
  const quiet = { npm_config_update_notifier: "false", npm_config_loglevel: "error" };
  return { ...own, ...quiet, WEB_CONCURRENCY: "1", ...config };
}

/** The buildpack puts the commands of installed packages first. */
function pathOf({ folder }: Slug): string {
  const own = [join(folder, "node_modules", ".bin"), join(folder, NODE_BIN)];
  // Package managers put the tools of the folder that they run in, the course's, in front.
  const rest = (process.env["PATH"] ?? "")
    .split(delimiter)
    .filter((one) => !/[\\/]node_modules[\\/]\.bin[\\/]?$/.test(one));
  return [...own, dirname(process.execPath), ...rest].join(delimiter);
}
