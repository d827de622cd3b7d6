import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import { task, type CheckContext } from "../../harness/task.ts";
import { quitSwitch } from "../../harness/trace.ts";
import { until } from "../../harness/wait.ts";
import {
  allListen,
  crash,
  exitOf,
  listened,
  living,
  newcomer,
  openShop,
  retire,
  seen,
  signal,
} from "./crew.ts";
import { withFileSwitch } from "../../harness/file-switch.ts";

const WORKERS = 3;
const DEATHS = 2;
/** Many deaths in a short time are the subject of later tasks. */
const many = { MAX_DEATHS: "1000", BACKOFF_MS: "1" };

interface Scene {
  /** Workers forked after the planned stop, before anything else happened. */
  undone: number;
  crashed: number;
  afterCrash: number | undefined;
  /** Workers forked for the two deaths. */
  forks: number;
  killed: number;
  afterKill: number | undefined;
}

task("not-when-planned", ({ check, shared }) => {
  const start = shared({ env: { WEB_CONCURRENCY: String(WORKERS), ...many } });
  let playing: Promise<Scene> | undefined;
  const scene = () => (playing ??= play());

  // A death that must be answered shows that an earlier event was not: an answer to that would have come by then.
  async function play(): Promise<Scene> {
    const shop = await start();
    await allListen(shop, WORKERS);
    await retire(shop);
    const first = listened(shop);
    const death = await crash(shop);
    const begin = shop.trace.of("crash").find(({ pid }) => pid === death.child)?.at ?? death.at;
    const undone = shop.trace.of("fork").filter(({ at }) => at < begin).length - WORKERS;
    const afterCrash = await newcomer(shop, first);
    const answers = () => shop.trace.of("fork").length - WORKERS - undone;
    // Also those that boot: only a fork that comes after the kill answers it, and shows that no more of the crash's are to come.
    const known = shop.trace.of("fork").map(({ child }) => Number(child));
    const killed = living(shop)[0]!;
    if (!afterCrash)
      return { undone, crashed: death.child, afterCrash, forks: answers(), killed, afterKill: 0 };
    signal(killed, "SIGKILL");
    await seen(shop, () => exitOf(shop, killed), 5000);
    const afterKill = await newcomer(shop, known);
    return { undone, crashed: death.child, afterCrash, forks: answers(), killed, afterKill };
  }

  check("planned-stop-stays", async () => {
    const { undone, crashed, afterCrash } = await scene();
    if (undone > 0) throw new Finding("planned-undone", { undone });
    if (!afterCrash) throw new Finding("not-replaced", { crashed, left: WORKERS - 2 });
  });

  check("one-for-one", async () => {
    const { forks } = await scene();
    if (forks > DEATHS) throw new Finding("two-for-one", { deaths: DEATHS, forks });
  });

  check("killed-is-not-planned", async (context) => {
    const { killed, afterKill } = await scene();
    if (!afterKill) throw new Finding("kill-taken-for-planned", { victim: killed });
    await mustReplaceQuitter(context.start);
  });
});

/** A worker in which somebody calls process.exit() ends with code 0, as one does that was told to leave. */
async function mustReplaceQuitter(start: CheckContext["start"]): Promise<void> {
  await withFileSwitch(async ({ path, break: makeOneQuit }) => {
    const shop = await openShop(start, 2, { ...many, ...quitSwitch(path) });
    const before = listened(shop);
    await makeOneQuit();
    const [what, within, unless] = ["the end of a worker", patience(5000), shop.mustLive];
    const { child } = await until(() => shop.trace.of("exit")[0], { what, within, unless });
    if (await newcomer(shop, before)) return;
    throw new Finding("quitter-taken-for-planned", { pid: child });
  });
}
