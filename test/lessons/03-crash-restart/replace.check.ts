import { constants } from "node:os";
import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import type { Program } from "../../harness/program.ts";
import { task } from "../../harness/task.ts";
import type { TraceEvent } from "../../harness/trace.ts";
import { allListen, crash, exitOf, living, newcomer, seen, signal } from "./crew.ts";

const WORKERS = 3;

interface Scene {
  shop: Program;
  /** The workers that lived before anything happened. */
  before: number[];
  crashed: number;
  /** The worker that took the place of the crashed one, if any did in time. */
  replacement: number | undefined;
  /** Workers that had died when the replacement listened. */
  dead: number[];
  forks: number;
  /** The worker that got SIGKILL at the end. */
  killed: number | undefined;
}

task("replace", ({ check, shared }) => {
  const start = shared({ env: { WEB_CONCURRENCY: String(WORKERS) } });
  let playing: Promise<Scene> | undefined;
  const scene = () => (playing ??= play());

  async function play(): Promise<Scene> {
    const shop = await start();
    await allListen(shop, WORKERS);
    const before = living(shop);
    const death = await crash(shop);
    const crashed = death.child;
    const came = await newcomer(shop, before);
    const replacement = isLate(shop, death) ? undefined : came;
    const dead = before.filter((pid) => !living(shop).includes(pid));
    const forks = shop.trace.of("fork").length;
    const killed = before.find((pid) => !dead.includes(pid));
    if (killed) {
      signal(killed, "SIGKILL");
      await seen(shop, () => exitOf(shop, killed), 5000);
    }
    return { shop, before, crashed, replacement, dead, forks, killed };
  }

  check("takes-its-place", async () => {
    const { shop, crashed, replacement, forks } = await scene();
    if (replacement) return;
    if (forks > WORKERS && !isLate(shop, exitOf(shop, crashed)!))
      throw new Finding("replacement-never-listens", { crashed });
    throw new Finding("not-replaced", { crashed, left: WORKERS - 1 });
  });

  check("others-stay", async () => {
    const { crashed, dead } = await scene();
    const others = dead.filter((pid) => pid !== crashed);
    if (others.length > 0) throw new Finding("others-died", { crashed, others });
  });

  check("death-is-logged", async () => {
    const { shop, crashed, killed } = await scene();
    for (const pid of killed ? [crashed, killed] : [crashed]) {
      const { cause, words } = causeOf(shop, pid);
      const said = () => linesWith(shop, pid).some((line) => words.test(line));
      // Some loggers write once a second.
      if (!(await seen(shop, said, 2000))) throw unsaid(shop, pid, cause);
    }
  });
});

/** Whether the answer to a death has taken longer than a second, and what a busy machine may add. */
function isLate(shop: Program, death: TraceEvent): boolean {
  const fork = shop.trace.of("fork")[WORKERS];
  return fork !== undefined && fork.at - death.at > 1000 + patience(50);
}

function linesNaming(shop: Program, pid: number): string[] {
  return shop.output.lines.filter((line) => line.match(nameOf(pid)));
}

/** The lines that name a pid, without the pid. */
function linesWith(shop: Program, pid: number): string[] {
  return linesNaming(shop, pid).map((line) => line.replaceAll(nameOf(pid), ""));
}

function nameOf(pid: number): RegExp {
  return new RegExp(`(?<!\\d)${pid}(?!\\d)`, "g");
}

/** Why a worker ended, and what a line may say of it: the code, or the signal by its name, its number, or as shells do. */
function causeOf(shop: Program, pid: number): { cause: string; words: RegExp } {
  const exit = exitOf(shop, pid);
  // Who was killed may end later than anybody waits.
  const name = (exit ? exit["signal"] : "SIGKILL") as NodeJS.Signals | null;
  if (!name) {
    const code = Number(exit?.["code"]);
    // As part of a longer number, or of a decimal one, it is none; a full stop may follow it.
    const words = new RegExp(`(?<!\\d|\\d\\.)${code}(?!\\d|\\.\\d)|exploded`);
    return { cause: `code ${code}`, words };
  }
  const number = constants.signals[name];
  return { cause: name, words: new RegExp(`${name}|\\b(${number}|${128 + number})\\b`) };
}

const DEATH =
  /\b(die[sd]?|dead|death|exit(s|ed)?|end(s|ed)?|crash(es|ed)?|kill(s|ed)?|code|signal)\b/i;

function unsaid(shop: Program, pid: number, cause: string): Finding {
  if (linesWith(shop, pid).some((line) => DEATH.test(line)))
    return new Finding("cause-not-named", { pid, cause });
  // What Node.js prints about the error itself has other words, or the path of a file.
  const names = shop.trace.of("fork").flatMap(({ child }) => linesNaming(shop, Number(child)));
  const anonymous = shop.output.lines.filter((line) => !names.includes(line));
  const told = anonymous.some((line) => DEATH.test(line) && !/[\\/]/.test(line));
  return new Finding(told ? "pid-not-named" : "death-not-logged", { pid, cause });
}
