import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import type { Program } from "../../harness/program.ts";
import { task } from "../../harness/task.ts";
import { until } from "../../harness/wait.ts";
import { allListen, askWorker } from "./flight.ts";

const WORKERS = 3;
const TEXT = "the pearls are ready";
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
  const spread = () => (spreading ??= shop().then(announce));

  check("everyone-hears", async () => {
    const { heard } = await spread();
    const hearers = [...heard.values()].filter((all) => all.some(isOurs)).length;
    if (hearers === WORKERS - 1) return;
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
    throw new Finding(flat ? "values-flattened" : "values-changed", { seen });
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
