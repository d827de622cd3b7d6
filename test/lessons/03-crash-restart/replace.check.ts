import { Finding } from "../../harness/finding.ts";
import type { Program } from "../../harness/program.ts";
import { task } from "../../harness/task.ts";
import { allListen, crash, exitOf, living, newcomer, seen, signal } from "./crew.ts";

const WORKERS = 3;

interface Scene {
  shop: Program;
  /** The workers that lived before anything happened. */
  before: number[];
  crashed: number;
  /** The worker that took the place of the crashed one, if any did. */
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
    const { child: crashed } = await crash(shop);
    const replacement = await newcomer(shop, before);
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
    const { crashed, replacement, forks } = await scene();
    if (replacement) return;
    if (forks > WORKERS) throw new Finding("replacement-never-listens", { crashed });
    throw new Finding("not-replaced", { crashed, left: WORKERS - 1 });
  });

  check("others-stay", async () => {
    const { crashed, dead } = await scene();
    const others = dead.filter((pid) => pid !== crashed);
    if (others.length > 0) throw new Finding("others-died", { crashed, others });
  });

  check("death-is-logged", async () => {
    const { shop, crashed, killed } = await scene();
    const said = (pid: number, cause: RegExp) =>
      seen(shop, () => linesWith(shop, pid).some((line) => cause.test(line)), 500);
    if (!(await said(crashed, /(?<![\d.])1(?![\d.])|exploded/)))
      throw unsaid(shop, crashed, "code 1");
    if (killed && !(await said(killed, /SIGKILL|\b137\b|\b9\b/)))
      throw unsaid(shop, killed, "SIGKILL");
  });
});

/** The lines that name a pid, without the pid. */
function linesWith(shop: Program, pid: number): string[] {
  const name = new RegExp(`(?<!\\d)${pid}(?!\\d)`, "g");
  return shop.output.lines
    .filter((line) => line.match(name))
    .map((line) => line.replaceAll(name, ""));
}

function unsaid(shop: Program, pid: number, cause: string): Finding {
  const named = linesWith(shop, pid).some((line) =>
    /die|dead|death|exit|end|crash|kill|code|signal/i.test(line),
  );
  return new Finding(named ? "cause-not-named" : "death-not-logged", { pid, cause });
}
