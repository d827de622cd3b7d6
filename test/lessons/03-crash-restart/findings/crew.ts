import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

/** Findings that any check of this lesson may end with. */
export default findings({
  "shop-silent": {
    en: (d) => ({
      expected: `The shop answers ${d["path"]} as the starter does.`,
      seen: `The request ended like this: ${ended(d, "en")}.`,
    }),
    "zh-TW": (d) => ({
      expected: `店會像起始程式一樣回應 ${d["path"]}。`,
      seen: `請求的結果是：${ended(d, "zh-TW")}。`,
    }),
  },
  "board-never-begins": {
    en: () => ({
      expected: "GET /board begins its answer at once, as in the starter, and never ends it.",
      seen: "The answer did not begin: not even its headers came.",
      means:
        "res.writeHead() alone sends nothing. The headers leave with the first res.write(), or with res.flushHeaders().",
    }),
    "zh-TW": () => ({
      expected: "GET /board 和起始程式一樣，馬上開始回應，而且一直不結束。",
      seen: "回應一直沒有開始，連標頭都沒有送到。",
      means:
        "只呼叫 res.writeHead() 什麼都不會送出去。標頭會跟著第一次 res.write() 一起送出，或由 res.flushHeaders() 送出。",
    }),
  },
  "no-death": {
    en: (d, f) => ({
      expected: "POST /crash makes the worker that answers it die.",
      seen: `Worker ${f.pid(d["pid"])} did not die.`,
    }),
    "zh-TW": (d, f) => ({
      expected: "POST /crash 會讓回應它的工作行程當掉。",
      seen: `工作行程 ${f.pid(d["pid"])} 沒有結束。`,
    }),
  },
  "crash-swallowed": {
    en: (d, f) => ({
      expected: "A worker with an uncaught exception dies, and another process takes its place.",
      seen: `Worker ${f.pid(d["pid"])} threw outside any request, and goes on running.`,
      means:
        "A listener for 'uncaughtException' keeps the process alive. After such an error nobody knows what state it is in: half-done work, held locks, lost answers. Let it die; the primary is there to replace it.",
    }),
    "zh-TW": (d, f) => ({
      expected: "發生未捕捉例外的工作行程會結束，由另一個行程頂替。",
      seen: `工作行程 ${f.pid(d["pid"])} 在請求之外拋出例外後，仍然繼續執行。`,
      means:
        "'uncaughtException' 的監聽器讓行程活了下來。出了這種錯之後，沒有人知道它處於什麼狀態：做到一半的工作、沒放開的鎖、遺失的回應。讓它結束；主行程就是為了換上新的而存在。",
    }),
  },
  "retire-never-ends": {
    en: (d, f) => ({
      expected: "After POST /retire the worker finishes and exits.",
      seen: `Worker ${f.pid(d["pid"])} was told to leave and is still running.`,
    }),
    "zh-TW": (d, f) => ({
      expected: "收到 POST /retire 之後，工作行程會做完手上的事再結束。",
      seen: `工作行程 ${f.pid(d["pid"])} 已被要求離開，卻還在執行。`,
    }),
  },
  "not-replaced": {
    en: (d, f) => ({
      expected: "A worker that died is replaced within a second.",
      seen: `Worker ${f.pid(d["crashed"])} died. No worker was forked within a second after that; ${d["left"]} are left.`,
      means:
        "Nothing in the primary answers the death. The cluster module tells the primary, and only the primary, with the event 'exit'; a listener in a worker never hears it. If yours runs in the primary, does it wait before it forks? The first death is answered at once.",
    }),
    "zh-TW": (d, f) => ({
      expected: "當掉的工作行程會在一秒內由新的頂替。",
      seen: `工作行程 ${f.pid(d["crashed"])} 當掉了，之後一秒內沒有再 fork，只剩 ${d["left"]} 個。`,
      means:
        "主行程裡沒有程式回應這件事。cluster 模組用 'exit' 事件通知主行程，而且只通知主行程；寫在工作行程裡的監聽器永遠收不到。如果監聽器就在主行程裡，它是不是先等了一下才 fork？第一次當掉要立刻補上。",
    }),
  },
});
