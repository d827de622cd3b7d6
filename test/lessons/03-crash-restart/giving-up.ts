import type { Exit } from "../../harness/keeper.ts";
import { patience } from "../../harness/pace.ts";
import { isAlive } from "../../harness/processes.ts";
import type { Program } from "../../harness/program.ts";
import type { CheckContext } from "../../harness/task.ts";
import { until } from "../../harness/wait.ts";
import { crash, listened, living, now, openShop, restsFor, seen } from "./crew.ts";
import { LEAST } from "./gaps.ts";
import { withFileSwitch } from "../../harness/file-switch.ts";

/** So many deaths are too many. */
export const BUDGET = 3;
const WORKERS = 3;

/** What became of a program at the last death that its budget allows. */
export interface Scene {
  exit: Exit | undefined;
  /** Unplanned deaths. */
  deaths: number;
  /** Whether a worker was forked after the last death, and whether workers had been let go by then. */
  forked: "nobody" | "at once" | "after letting go";
  /** Whether nothing was said at the last death that had not been said before. */
  silent: boolean;
  /** Workers that lived longer than the primary. */
  left: number;
  /** How long the second retry should have waited at least, and when a worker was forked after the second death. */
  retry: { wait: number; gap: number };
}

interface Play extends Scene {
  /** Whether the last death had come before anybody could look. */
  seenLate: boolean;
}

/** The settings of a budget. */
export function budget(deaths: number, windowMs: number): Record<string, string> {
  return { MAX_DEATHS: String(deaths), DEATH_WINDOW_MS: String(windowMs) };
}

/** Spends the budget of three workers, with a retry that waits when the last death comes. */
export async function spendBudget(start: CheckContext["start"]): Promise<Scene> {
  const scene = await play(start, 1);
  if (isHasty(scene)) return scene;
  // What had been said before the last death can't be told when the retry was quicker than we: then it waits longer.
  return scene.silent && scene.seenLate ? play(start, 5) : scene;
}

/** Whether the second retry came at once, as if there had been no first one. */
export function isHasty({ retry }: Scene): boolean {
  return retry.gap < retry.wait * LEAST;
}

/** One worker crashes, and what should take its place dies at boot. While the next try waits, another worker crashes. */
async function play(start: CheckContext["start"], times: number): Promise<Play> {
  return withFileSwitch(async (boot) => {
    const wait = Math.min(patience(300), 3000) * times;
    // Less than any boot: when the second one dies, those that live have been healthy for long.
    const quick = { BACKOFF_MS: String(wait), HEALTHY_MS: "20" };
    const env = { ...quick, ...budget(BUDGET, 60_000), BOOT_FAILS_IF: boot.path };
    const shop = await openShop(start, WORKERS, env);
    const deaths = () => shop.trace.of("exit").filter(({ planned }) => !planned);
    await boot.break();
    await crash(shop);
    await seen(shop, () => deaths().length >= BUDGET - 1, 6000);
    await silence(shop);
    const said = new Set(sayings(shop));
    const seenLate = Boolean(shop.exit) || deaths().length >= BUDGET;
    const last = seenLate ? undefined : await crashUnlessEnded(shop);
    // Nothing waits longer than 3 times the first wait until there is one death too many.
    const quiet = () => restsFor(shop) > wait * 3 + patience(300);
    await seen(shop, () => deaths().length > BUDGET + 2 || quiet(), 6000 * times);
    const left = () => living(shop).filter(isAlive).length;
    if (shop.exit) {
      await shop.exited(1000); // and what it printed has been read
      const end = until(() => left() === 0, { what: "their end", within: patience(3000) });
      await end.catch(() => {});
    }
    const survivors = listened(shop).filter((pid) => pid !== last);
    const news = sayings(shop, survivors).filter((one) => !said.has(one));
    return {
      exit: shop.exit,
      deaths: deaths().length,
      forked: forkedAfter(shop, deaths()[BUDGET - 1]?.at ?? Infinity),
      silent: news.length === 0,
      left: left(),
      retry: { wait, gap: gapAfter(shop, deaths()[1]?.at) },
      seenLate,
    };
  });
}

/** A program that gives up too early may be just ending. */
async function crashUnlessEnded(shop: Program): Promise<number | undefined> {
  try {
    return (await crash(shop)).child;
  } catch (error) {
    if (await seen(shop, () => shop.exit, 3000)) return undefined;
    throw error;
  }
}

/** Waits until the program prints nothing more: what it says about a death comes a moment later than the death. */
async function silence(shop: Program): Promise<void> {
  let [lines, since] = [0, now()];
  const silent = () => {
    const { length } = shop.output.lines;
    if (length !== lines) [lines, since] = [length, now()];
    return now() - since > patience(60);
  };
  await seen(shop, silent, 1000);
}

/** The time from a death to the next fork, in ms. */
function gapAfter({ trace }: Program, death = Infinity): number {
  return (trace.of("fork").find(({ at }) => at > death)?.at ?? Infinity) - death; // NaN without a death
}

function forkedAfter({ trace }: Program, death: number): Scene["forked"] {
  const fork = trace.of("fork").find(({ at }) => at > death);
  if (!fork) return "nobody";
  const planned = trace.of("disconnect").some(({ at }) => at > death && at < fork.at);
  return planned ? "after letting go" : "at once";
}

/** Words that no line about one worker's end has. */
const GIVING_UP = /\bgiv(e|es|en|ing)[ _-]?up|\bgave up|too many|budget|MAX_DEATHS|放棄|太多|額度/i;

/**
 * The kinds of lines that a program has printed, without their numbers: what it says at the last death and at none before is about
 * giving up, unless it only tells of a healthy worker's end, or that the program stops.
 */
function sayings(shop: Program, healthy: number[] = []): string[] {
  return shop.output.lines
    .filter((line) => GIVING_UP.test(line) || !names(line, healthy))
    .map((line) => line.replace(/\P{L}+/gu, " ").trim())
    .filter((words) => words !== "" && !/^(m?s )?(stopping|shutting down)$/i.test(words));
}

function names(line: string, pids: number[]): boolean {
  const numbers = line.split(/\D+/);
  return pids.some((pid) => numbers.includes(String(pid)));
}
