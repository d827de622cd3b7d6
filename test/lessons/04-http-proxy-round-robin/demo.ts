import type { Demo, Stage } from "../../harness/demo.ts";
import { ended } from "../../harness/ended.ts";
import { patience } from "../../harness/pace.ts";
import { ask } from "../../harness/probe.ts";
import { until } from "../../harness/wait.ts";

const SHOPS = 3;
const CUSTOMERS = 20;

/** One request that kills what it touches, at three proxies: how far does it get? */
export default {
  title: {
    en: "The poison request: one GET, three shops",
    "zh-TW": "毒請求：一個 GET，三家店",
  },
  async run(stage) {
    stage.say({
      en: "Every shop has the same bug: GET /poison ends its process. Three shops stand behind each proxy. One such request comes, and then twenty customers.",
      "zh-TW":
        "每家店都有同一個 bug：GET /poison 會讓行程結束。每個代理後面都有三家店。先來一個毒請求，接著來二十位客人。",
    });
    const scenes = [
      await scene(stage, "mistakes/until-one-answers", "GET"),
      await scene(stage, "mistakes/until-one-answers", "POST"),
      await scene(stage, "solution", "GET"),
    ];
    const [every, order, solution] = [
      { en: "tries every shop", "zh-TW": "每家店都試" },
      { en: "the same, a POST", "zh-TW": "同上，改用 POST" },
      { en: "tries two at the most", "zh-TW": "最多試兩家" },
    ];
    const labels = [every!, order!, solution!];
    stage.table(
      [
        { en: "the proxy", "zh-TW": "代理" },
        { en: "shops dead", "zh-TW": "當掉的店" },
        { en: "the sender got", "zh-TW": "送的人收到" },
      ],
      scenes.map(({ dead, status }, i) => [labels[i]!, dead, status]),
    );
    stage.say({
      en: "Of the next 20 customers, so many were served:",
      "zh-TW": "接下來 20 位客人，買到茶的有：",
    });
    stage.bars(
      scenes.map(({ served }, i) => ({
        label: labels[i]!,
        value: served,
        tone: served === CUSTOMERS ? "good" : "bad",
      })),
    );
    stage.say({
      en: "A retry is a second customer for the poison. The same request as a POST killed one shop, because nobody dared to send it twice.",
      "zh-TW":
        "重試，就是幫毒請求再找一家店。同樣的請求換成 POST 只弄死一家，因為沒有人敢送第二次。",
    });
  },
} satisfies Demo;

async function scene(stage: Stage, target: string, method: string) {
  const open = () => stage.start("solution", { command: ["node", "shop.ts"] });
  const shops = await Promise.all(Array.from({ length: SHOPS }, open));
  const env = { TARGETS: shops.map(({ url }) => url).join(",") };
  const proxy = await stage.start(target, { env });
  const poison = await ask(`${proxy.url}/poison`, { method });
  // Whoever touched it is dying: its port closes with it.
  const touched = shops.filter((shop) => shop.trace.of("request").length > 0);
  const gone = () => touched.every(({ exit }) => exit);
  await until(gone, { what: "the end of the shops that were touched", within: patience(5000) });
  let served = 0;
  for (let i = 0; i < CUSTOMERS; i++) {
    const outcome = await ask(proxy.url);
    if (outcome.kind === "answer" && outcome.status === 200) served += 1;
  }
  const status = poison.kind === "answer" ? poison.status : ended(poison, stage.language);
  return { dead: touched.length, status, served };
}
