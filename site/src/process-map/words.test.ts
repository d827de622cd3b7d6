import { expect, test } from "vitest";
import { sample } from "./samples/read.ts";
import { recordedPace } from "./schedule.ts";
import { sentence } from "./sentences.ts";
import { timelineOf } from "./timeline.ts";
import type { Lang } from "./types.ts";
import { clock, wordsOf } from "./words.ts";

const said = (name: "crash" | "storm", lang: Lang): readonly string[] => {
  const { final } = timelineOf(sample(name).events, recordedPace);
  return final.log.map((entry) => sentence(entry, final, lang));
};

test("the log tells the run in English", () => {
  expect(said("crash", "en")).toMatchInlineSnapshot(`
    [
      "primary 4100 starts server.ts",
      "primary 4100 forks worker 1 (4101)",
      "primary 4100 forks worker 2 (4102)",
      "primary 4100 forks worker 3 (4103)",
      "worker 2 (4102) is online, not listening yet",
      "worker 1 (4101) is online, not listening yet",
      "worker 3 (4103) is online, not listening yet",
      "worker 2 (4102) listens on port 3000",
      "worker 1 (4101) listens on port 3000",
      "worker 3 (4103) listens on port 3000",
      "6 requests answered (worker 1: 2, worker 2: 2, worker 3: 2)",
      "worker 2 (4102) crashes: the order is gone; requests lost: 2",
      "worker 2 (4102) exits with code 1, not planned",
      "primary 4100 forks worker 4 (4104)",
      "worker 4 (4104) is online, not listening yet",
      "worker 4 (4104) listens on port 3000",
      "8 requests answered (worker 1: 3, worker 3: 3, worker 4: 2; errors: 1)",
      "worker 3 (4103) exits with code 0, as planned",
      "worker 1 (4101) exits with code 0, as planned",
      "worker 4 (4104) exits with code 0, as planned",
      "primary 4100 exits with code 0",
    ]
  `);
});

test("the log tells the run in Traditional Chinese", () => {
  expect(said("crash", "zh-TW")).toMatchInlineSnapshot(`
    [
      "主行程 4100 啟動 server.ts",
      "主行程 4100 產生（fork）工作行程 1（4101）",
      "主行程 4100 產生（fork）工作行程 2（4102）",
      "主行程 4100 產生（fork）工作行程 3（4103）",
      "工作行程 2（4102）上線（online），尚未監聽",
      "工作行程 1（4101）上線（online），尚未監聽",
      "工作行程 3（4103）上線（online），尚未監聽",
      "工作行程 2（4102）開始監聽連接埠 3000",
      "工作行程 1（4101）開始監聽連接埠 3000",
      "工作行程 3（4103）開始監聽連接埠 3000",
      "已回應 6 個請求（工作行程 1：2、工作行程 2：2、工作行程 3：2）",
      "工作行程 2（4102）當掉：the order is gone；2 個請求沒有得到回應",
      "工作行程 2（4102）結束，結束代碼 1（計畫外）",
      "主行程 4100 產生（fork）工作行程 4（4104）",
      "工作行程 4（4104）上線（online），尚未監聽",
      "工作行程 4（4104）開始監聽連接埠 3000",
      "已回應 8 個請求（工作行程 1：3、工作行程 3：3、工作行程 4：2；錯誤 1 個）",
      "工作行程 3（4103）結束，結束代碼 0（計畫內）",
      "工作行程 1（4101）結束，結束代碼 0（計畫內）",
      "工作行程 4（4104）結束，結束代碼 0（計畫內）",
      "主行程 4100 結束，結束代碼 0",
    ]
  `);
});

test("both languages say the same number of things", () => {
  expect(Object.keys(wordsOf["zh-TW"])).toEqual(Object.keys(wordsOf.en));
  expect(said("storm", "zh-TW")).toHaveLength(said("storm", "en").length);
});

test("Chinese has no mainland terms, and a space beside digits and Latin letters", () => {
  const all = [...said("crash", "zh-TW"), ...said("storm", "zh-TW")].join("\n");
  expect(all).not.toMatch(/進程|端口|崩潰|服務器|信號|響應|監聽器/);
  expect(all).not.toMatch(/[\u4e00-\u9fff][0-9A-Za-z]|[0-9A-Za-z][\u4e00-\u9fff]/);
});

test("times are in milliseconds below a second", () => {
  expect([0, 151.4, 999, 2662.1].map(clock)).toEqual(["0 ms", "151 ms", "999 ms", "2.66 s"]);
});
