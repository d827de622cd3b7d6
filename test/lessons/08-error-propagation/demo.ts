import { fileURLToPath } from "node:url";
import type { Both, Cell, Demo, Stage } from "../../harness/demo.ts";
import { patience } from "../../harness/pace.ts";
import { ask, type Outcome } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import { until } from "../../harness/wait.ts";

const SUPERVISOR = fileURLToPath(new URL("./supervisor.ts", import.meta.url));

/** The ways in which the handlers of demo/server.ts fail. */
const BALLS: Record<string, Both> = {
  throw: { en: "throw", "zh-TW": "throw" },
  "callback-next": { en: "next(error) in a callback", "zh-TW": "回呼裡 next(error)" },
  "async-throw": { en: "throw in an async function", "zh-TW": "async 函式裡 throw" },
  "empty-reason": { en: "Promise.reject() returned", "zh-TW": "回傳 Promise.reject()" },
  "not-returned": { en: "a rejection nobody waits for", "zh-TW": "沒有人等的拒絕" },
  "throw-in-timer": { en: "throw in a timer", "zh-TW": "計時器裡 throw" },
  stream: { en: "a stream without listener", "zh-TW": "沒有監聽器的串流" },
  "throw-null": { en: "throw null", "zh-TW": "throw null" },
  "after-the-answer": { en: "throw after the answer", "zh-TW": "回應之後 throw" },
  "after-the-first-part": { en: "throw after the first part", "zh-TW": "送出一部分之後 throw" },
};

export default {
  title: { en: "Error pinball: Express 4 beside 5", "zh-TW": "錯誤彈珠台：Express 4 與 5" },
  async run(stage) {
    stage.say({
      en: "The same ten handlers, each failing in its own way, and the same error middleware. Where does each ball land? A process that dies is replaced by the supervisor of lesson 3.",
      "zh-TW":
        "同樣的十個處理函式，各有各的失敗方式，錯誤中介軟體也相同。每顆彈珠會落在哪裡？當掉的行程由第 3 課的監督者補上。",
    });
    const [four, five] = await Promise.all([play(stage, "4"), play(stage, "5")]);
    stage.table(
      [{ en: "in the handler", "zh-TW": "處理函式裡" }, "Express 4", "Express 5"],
      Object.values(BALLS).map((name, i) => [name, four.cells[i]!, five.cells[i]!]),
    );
    stage.say({
      en: `Processes that died: ${four.deaths} with Express 4, ${five.deaths} with Express 5. What Express never sees, no version can handle.`,
      "zh-TW": `當掉的行程：Express 4 有 ${four.deaths} 個，Express 5 有 ${five.deaths} 個。Express 看不到的錯誤，哪個版本都處理不了。`,
    });
  },
} satisfies Demo;

/** Plays all balls, one after the other, on one version of Express. */
async function play(stage: Stage, version: string): Promise<{ cells: Cell[]; deaths: number }> {
  const table = await stage.start("demo", {
    command: ["node", SUPERVISOR],
    // Deaths are what is shown here: none is one too many, and each is answered at once.
    env: { EXPRESS: version, WEB_CONCURRENCY: "1", MAX_DEATHS: "100", HEALTHY_MS: "0" },
  });
  const cells: Cell[] = [];
  for (const name of Object.keys(BALLS)) {
    const deaths = table.trace.of("crash").length;
    const outcome = await ask(`${table.url}/${name}`, { within: patience(3000) });
    const died = table.trace.of("crash").length > deaths;
    if (died) await replaced(table);
    cells.push(landing(outcome, died));
  }
  return { cells, deaths: table.trace.of("crash").length };
}

/** Waits until as many processes have been replaced as have died. */
async function replaced(table: Program): Promise<void> {
  const count = (type: string) => table.trace.of(type).length;
  await until(() => count("listening") > count("crash"), {
    what: "a new process",
    within: patience(8000),
    unless: table.mustLive,
  });
}

/** Where the ball has landed. */
function landing(outcome: Outcome, died: boolean): Cell {
  if (died) return { en: "no answer, dead", "zh-TW": "沒有回應，當掉" };
  if (outcome.kind !== "answer") return { en: "connection cut", "zh-TW": "連線被切斷" };
  const { status, body } = outcome;
  if (body.startsWith("handled")) return { en: `${status}, handled`, "zh-TW": `${status}，已處理` };
  if (status === 404) return { en: "404, “not found”", "zh-TW": "404，「找不到」" };
  return { en: `${status}, all seems well`, "zh-TW": `${status}，好像沒事` };
}
