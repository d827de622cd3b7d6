import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

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
