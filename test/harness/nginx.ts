import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../course/src/components/run.ts";
import { component } from "./components.ts";
import { Finding } from "./finding.ts";
import { privateCopy } from "./nginx-conf.ts";
import { listenPorts, readConf, writeConf, type Rewrite } from "./nginx-files.ts";
import { mustBeValid, plain } from "./nginx-valid.ts";
import { patience } from "./pace.ts";
import { freePort, releasePort } from "./ports.ts";
import { accepts, type Program, type ProgramOptions } from "./program.ts";
import { until, WaitTimeout } from "./wait.ts";

export interface NginxOptions {
  /** The target's folder, with its nginx.conf; relative paths such as `root` start here, as with `nginx -p .` by hand. */
  folder: string;
  /** Starts a program whose end is seen to: `start` of a check, or startProgram. */
  start: (options: Omit<ProgramOptions, "folder">) => Promise<Program>;
  /** The ports that the file speaks of. nginx must listen on the first; the others are for servers behind it. */
  ports: number[];
  /** Gives up the start when it is aborted. */
  signal?: AbortSignal;
  rewrite?: Rewrite;
}

/** A real nginx that runs a private copy of the learner's file, in the foreground. */
export interface Nginx {
  program: Program;
  /** Where it listens. */
  url: string;
  version: string;
  /** The free port that stands for a documented one. */
  port(documented: number): number;
  /** The documented port that a free one stands for. */
  documented(free: number): number;
  /** The lines of its error log so far, without times and pids, with the documented ports. */
  log(): string[];
  /** Ends it, and looks into its log. @throws {Finding} nginx-alarmed after an [alert] or [emerg] that nothing explains. */
  stop(): Promise<void>;
}

const FILE = "nginx.conf";
/** A limit of the machine that nginx may not raise, and connections that were open when it was asked to stop. */
const EXPLAINED = /setrlimit\(|open socket #\d+ left in connection/;

/**
 * Starts nginx with the learner's nginx.conf. The ports that it names become free ones, what it writes goes to a folder that is
 * removed with it, it runs in the foreground with one worker process, and logs to standard error.
 * @throws {Finding} nginx-file-missing, nginx-refuses (what `nginx -t` says, with the learner's line), nginx-warns,
 * nginx-ended, nginx-elsewhere (it runs, but not on the first port). @throws {ComponentMissing} when there is no nginx.
 */
export async function startNginx(options: NginxOptions): Promise<Nginx> {
  const { folder, start, ports, rewrite } = options;
  const { path, version, env = {} } = await component("nginx");
  const free = new Map<number, number>();
  const own = await mkdtemp(join(tmpdir(), "uptime-nginx-"));
  const cleanUp = async () => {
    for (const port of free.values()) releasePort(port);
    await rm(own, { recursive: true, force: true });
  };
  const back = (text: string) => {
    for (const [documented, port] of free) {
      text = text.replaceAll(new RegExp(`(?<!\\d)${port}(?!\\d)`, "g"), String(documented));
    }
    return text.replaceAll(`${own}/`, "").replaceAll(`${folder}/`, "");
  };

  let program: Program;
  try {
    const files = await readConf(folder, FILE, rewrite);
    // A status page's port is no documented one; but this nginx runs beside others of the same file.
    for (const port of new Set([...ports, ...listenPorts(files)])) free.set(port, await freePort());
    const { texts, lacking } = privateCopy(files, {
      ports: free,
      folder: own,
      without: await modulesLacking(path, env),
      user: process.getuid?.() === 0 ? rootUser() : undefined,
    });
    await writeConf(folder, own, texts);
    const args = [
      "-p",
      `${folder}/`,
      "-c",
      join(own, FILE),
      "-e",
      "stderr",
      "-g",
      lacking.join(" "),
    ];
    await mustBeValid([path, ...args], { folder, env, back });
    const port = free.get(ports[0]!)!;
    program = await start({
      command: [path, ...args],
      env,
      port,
      ready: "none",
      scratch: own,
      onEnd: cleanUp,
    });
  } catch (error) {
    await cleanUp();
    throw error;
  }

  const { port } = program;
  const log = () => program.stderr.lines.map((line) => back(plain(line)));
  try {
    await until(() => accepts(port), {
      what: `nginx on port ${ports[0]}`,
      within: patience(1500),
      unless: () => {
        options.signal?.throwIfAborted();
        if (program.exit) throw new Finding("nginx-ended", { said: log().at(-1) ?? "" }, "crashed");
      },
    });
  } catch (error) {
    await program.stop();
    if (error instanceof WaitTimeout) throw new Finding("nginx-elsewhere", { port: ports[0] });
    throw error;
  }
  return {
    program,
    url: program.url,
    version,
    port: (documented) => free.get(documented)!,
    documented: (taken) => ports.find((one) => free.get(one) === taken)!,
    log,
    async stop() {
      await program.stop();
      const alarms = log().filter((line) => /^\[(alert|emerg)\]/.test(line));
      const said = alarms.find((line) => !EXPLAINED.test(line));
      if (said) throw new Finding("nginx-alarmed", { said });
    },
  };
}

/** The group of root has another name on macOS. */
function rootUser(): string {
  return process.platform === "darwin" ? "root wheel" : "root";
}

async function modulesLacking(path: string, env: Record<string, string>): Promise<string[]> {
  const { stderr } = await run(path, ["-V"], { within: patience(10_000), env });
  return [...stderr.matchAll(/--without-http_(\w+)_module/g)].map((match) => match[1]!);
}
