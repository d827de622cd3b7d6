import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";
import { BUSY } from "./busy.ts";

/** What several tasks may find. */
export default findings({
  "never-connects": {
    en: (d, f) => ({
      expected: "A client of the order board connects.",
      seen: `It never did. The last it was told: ${f.text(d["why"])}.`,
    }),
    "zh-TW": (d, f) => ({
      expected: "訂單看板的用戶端能連上。",
      seen: `它一直連不上。最後收到的是：${f.text(d["why"])}。`,
    }),
  },
  "answers-nobody": {
    en: (d, f) => ({
      expected: "A client of the order board connects.",
      seen: `It never did, and the server answers nobody: GET /menu, without nginx, had no answer after ${f.ms(d["ms"])}.`,
      means: BUSY.en,
    }),
    "zh-TW": (d, f) => ({
      expected: "訂單看板的用戶端能連上。",
      seen: `它一直連不上，而且伺服器誰也不回應：不經過 nginx，直接 GET /menu，過了 ${f.ms(d["ms"])}也沒有回應。`,
      means: BUSY["zh-TW"],
    }),
  },
  "polling-refused": {
    en: (d) => ({
      expected: "Clients may begin by polling, as they do by default.",
      seen: `They were refused: ${d["said"]}`,
      means:
        "With websocket as the only transport, no stickiness is needed: a good choice where you own all clients. This shop has others, behind proxies that don't know WebSockets, so polling stays allowed.",
    }),
    "zh-TW": (d) => ({
      expected: "用戶端可以先用 polling，這是預設的做法。",
      seen: `它們被拒絕：${d["said"]}`,
      means:
        "只留 websocket 一種傳輸，就不需要黏性；用戶端全由你掌握時，這是好選擇。但這家店有些用戶端在不懂 WebSocket 的代理後面，所以 polling 要留著。",
    }),
  },
  "order-refused": {
    en: (d) => ({
      expected: "POST /orders is answered with 201 and the order's number.",
      seen: `It ended like this: ${ended(d, "en")}.`,
    }),
    "zh-TW": (d) => ({
      expected: "POST /orders 會得到 201 和訂單編號。",
      seen: `結果是：${ended(d, "zh-TW")}。`,
    }),
  },
});
