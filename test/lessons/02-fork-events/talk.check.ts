import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import type { Program } from "../../harness/program.ts";
import { task } from "../../harness/task.ts";
import { until, WaitTimeout } from "../../harness/wait.ts";
import { allListen, askWorker } from "./flight.ts";

const WORKERS = 3;
const TEXT = "the pearls are ready";
const LATER = "the taro is sold out";
type News = Record<string, unknown>;

interface Spread {
  sender: number;
  /** What was announced, described by the worker that did. */
  sent: News;
  /** What the others heard, by worker, described by them. */
  heard: Map<number, News[]>;
}

task("talk", ({ check, shared }) => {
  const shop = shared({ env: { WEB_CONCURRENCY: String(WORKERS) }, ready: "none" });
  let spreading: Promise<Spread> | undefined;
  const spread = () => (spreading ??= shop().then(announceOrTell));

  check("everyone-hears", async () => {
    const { heard } = await spread();
    const hearers = [...heard.values()].filter((all) => all.some(isOurs)).length;
    if (hearers === WORKERS - 1) return mustKeep(await shop(), await spread());
    const strange = [...heard.values()].flat().find((news) => !isOurs(news));
    if (strange) throw new Finding("heard-something-else", { seen: JSON.stringify(strange) });
    throw new Finding(hearers === 0 ? "nobody-heard" : "some-heard", {
      hearers,
      others: WORKERS - 1,
    });
  });

  check("values-survive", async () => {
    const { sent, heard } = await spread();
    const arrived = [...heard.values()].flat().find(isOurs);
    if (!arrived) throw new Finding("nobody-heard", { others: WORKERS - 1 });
    const changed = ["at", "sold", "photo"].filter((part) => arrived[part] !== sent[part]);
    if (changed.length === 0) return;
    const flat = changed.length === 3 && arrived["at"] === "string";
    const seen = changed.map((part) => `${part}: ${arrived[part]}`);
    const photoOnly = String(changed) === "photo";
    throw new Finding(flat ? "values-flattened" : "values-changed", { seen, photoOnly });
  });

  check("others-only-and-once", async () => {
    const { sender, heard } = await spread();
    if (heard.size === 0) throw new Finding("nobody-heard", { others: WORKERS - 1 });
    // Whatever the relay sent in one go is on its way before the request that asks for it.
    const itself = await heardBy(await shop(), sender);
    if (itself.some(isOurs)) throw new Finding("sender-hears-itself", {});
    const twice = [...heard.values()].some((all) => all.filter(isOurs).length > 1);
    if (twice) throw new Finding("heard-twice", {});
  });
});

/** As `announce`; a primary that has died of what it tried to send is told with that. @throws {Finding} worker-sent-on */
async function announceOrTell(program: Program): Promise<Spread> {
  try {
    return await announce(program);
  } catch (error) {
    const packed = /could not be cloned|Converting circular structure/.test(program.stderr.text);
    throw program.exit && packed ? new Finding("worker-sent-on", {}, "crashed") : error;
  }
}

/** Lets one worker announce, and asks the others until all have heard of it or time is up. */
async function announce(program: Program): Promise<Spread> {
  await allListen(program, WORKERS);
  const { worker: sender, answer } = await askWorker(
    program,
    `/announce?text=${encodeURIComponent(TEXT)}`,
  );
  const heard = new Map<number, News[]>();
  async function all(): Promise<boolean> {
    const asked = await askWorker(program, "/heard", "GET");
    const news = asked.answer["heard"] as News[];
    if (asked.worker !== sender && news.length > 0) heard.set(asked.worker, news);
    return heard.size === WORKERS - 1;
  }
  await until(all, { what: "all hear", within: patience(800), every: 5 }).catch((error) => {
    if (error instanceof Finding) throw error;
  });
  return { sender, sent: answer["news"] as News, heard };
}

/**
 * Announces once more, and looks at what a worker has that has heard the first news.
 * @throws {Finding} later-news-lost when it doesn't come; news-not-kept when it takes the place of the first.
 */
async function mustKeep(program: Program, { sender }: Spread): Promise<void> {
  const path = `/announce?text=${encodeURIComponent(LATER)}`;
  const { worker: second } = await askWorker(program, path);
  const hearer = [1, 2, 3].find((worker) => worker !== sender && worker !== second)!;
  let news: News[] = [];
  async function laterHeard(): Promise<boolean> {
    news = await heardBy(program, hearer);
    return news.some(({ text }) => text === LATER);
  }
  await until(laterHeard, { what: "later news", within: patience(800), every: 5 }).catch(
    (error) => {
      throw error instanceof WaitTimeout ? new Finding("later-news-lost", {}) : error;
    },
  );
  if (!news.some(isOurs)) throw new Finding("news-not-kept", {});
}

/** What one worker has heard; connections go to the workers in turn. */
async function heardBy(program: Program, wanted: number): Promise<News[]> {
  for (let i = 0; i < WORKERS * 20; i++) {
    const { worker, answer } = await askWorker(program, "/heard", "GET");
    if (worker === wanted) return answer["heard"] as News[];
  }
  throw new Error(`worker ${wanted} got none of ${WORKERS * 20} connections`);
}

function isOurs(news: News): boolean {
  return news["text"] === TEXT;
}
