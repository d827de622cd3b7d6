import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

/** What is found in the task "dead-target". */
export default findings({
  "dies-with-target": {
    en: (d, f) => ({
      expected: "When a target fails, the client gets a 502, and the proxy goes on.",
      seen: `The proxy died of it: ${f.text(d["crash"].message)}`,
      means:
        "An 'error' event without a listener is thrown, and ends the process. One dead target takes the whole shop with it, with all other targets. Give proxy.web() a callback, or listen with proxy.on(\"error\", …).",
    }),
    "zh-TW": (d, f) => ({
      expected: "目標出錯時，用戶端得到 502，代理繼續執行。",
      seen: `代理跟著當掉了：${f.text(d["crash"].message)}`,
      means:
        "沒有監聽器的 'error' 事件會變成拋出的例外，結束整個行程。一個目標當掉，就把整家店和其他目標一起拖下水。請給 proxy.web() 一個回呼，或用 proxy.on(\"error\", …) 監聽。",
    }),
  },
  "error-kept-to-itself": {
    en: () => ({
      expected: "A request for which no target answers gets a 502 at once.",
      seen: "It got no answer at all.",
      means:
        "The error is caught, and perhaps logged, but nobody tells the client, which waits until its own patience ends. Whoever handles the error must also end the response.",
    }),
    "zh-TW": () => ({
      expected: "沒有目標能回應的請求，會立刻得到 502。",
      seen: "它完全沒有得到回應。",
      means:
        "錯誤有接住，也許還記在日誌裡，但沒有人告訴用戶端，它只能等到自己逾時。處理錯誤的程式，也要負責結束回應。",
    }),
  },
  "no-502": {
    en: (d) => ({
      expected: "A request for which no target answers gets 502 (503 and 504 will do).",
      seen: `It ended like this: ${ended(d, "en")}.`,
      means:
        "The status says whose fault it is: 502 is the shop's. 500 would be a bug in the proxy itself, and a 200 would be taken for the shop's answer, by caches, too.",
    }),
    "zh-TW": (d) => ({
      expected: "沒有目標能回應的請求，會得到 502（503 和 504 也可以）。",
      seen: `結果是：${ended(d, "zh-TW")}。`,
      means:
        "狀態碼說明是誰的問題：502 代表店出錯，500 代表代理自己有 bug；200 則會被當成店的回應，連快取也會當真。",
    }),
  },
  "dies-without-target": {
    en: (d, f) => ({
      expected: "When the only target has failed, requests get a 502, and the proxy goes on.",
      seen: `The proxy died: ${f.text(d["crash"].message)}`,
      means:
        "The choice passed over the target that has just failed and found no other, and the request was forwarded to undefined. What is to happen when nobody is left must be said: answer 502, or try the one that rests in spite of it.",
    }),
    "zh-TW": (d, f) => ({
      expected: "唯一的目標出錯之後，請求會得到 502，代理繼續執行。",
      seen: `代理當掉了：${f.text(d["crash"].message)}`,
      means:
        "選目標時跳過了剛出錯的那一個，又沒有別的可選，請求就被轉送到 undefined。一個都選不出來時該怎麼辦，程式要寫清楚：回 502，或者還是試試正在休息的那一個。",
    }),
  },
  "second-not-answered": {
    en: () => ({
      expected: "Every request for which no target answers gets a 502 at once.",
      seen: "The first one, a GET, got it. The second, a POST right after it, got no answer at all.",
      means:
        "Two things were different: the target had failed a moment before, so it may be resting, and a POST is not tried again. If nobody is left because all of them rest, the request must not wait for the end of the rest: try one of them, or answer. And a request that is not tried again needs its 502, too.",
    }),
    "zh-TW": () => ({
      expected: "每個沒有目標能回應的請求，都會立刻得到 502。",
      seen: "第一個請求（GET）得到了；緊接著的第二個（POST）完全沒有得到回應。",
      means:
        "兩者有兩點不同：目標剛剛才出錯，可能正在休息；而 POST 不會再試一次。所有目標都在休息時，請求不能一直等到休息結束：挑一個試試看，或直接回應。不再重試的請求，也要給它 502。",
    }),
  },
  "cut-without-502": {
    en: () => ({
      expected: "A request for which no target answers gets 502 (503 and 504 will do).",
      seen: "The connection to the client was cut without an answer.",
      means:
        "A cut connection looks like a failure of the network or of the proxy; many clients then try again at once. As long as res.headersSent is false, there is still time to answer.",
    }),
    "zh-TW": () => ({
      expected: "沒有目標能回應的請求，會得到 502（503 和 504 也可以）。",
      seen: "用戶端的連線被切斷，沒有得到回應。",
      means:
        "連線被切斷，看起來像是網路或代理自己出了問題，很多用戶端會立刻重試。只要 res.headersSent 還是 false，就還來得及回應。",
    }),
  },
  "headers-twice": {
    en: (d) => ({
      expected:
        "When a target dies in the middle of its answer, the client's connection is cut, and the proxy goes on.",
      seen: `The proxy died: ${d["crash"].message}`,
      means:
        "The error handler sends a 502 although the answer had begun; its head can't be sent a second time. Look at res.headersSent first: if it is true, only res.destroy() is left.",
    }),
    "zh-TW": (d) => ({
      expected: "目標在回應途中當掉時，代理切斷用戶端的連線，自己繼續執行。",
      seen: `代理當掉了：${d["crash"].message}`,
      means:
        "回應已經開始了，錯誤處理還要送 502；標頭不能送第二次。先看 res.headersSent：如果是 true，就只剩 res.destroy() 可用。",
    }),
  },
  "half-hangs": {
    en: () => ({
      expected: "When a target dies in the middle of its answer, the client notices at once.",
      seen: "The client got half an answer, and waits for the rest that will never come.",
      means:
        "pipe() ends its destination when the source ends, not when the source breaks; http-proxy leaves it at that. Listen on the target's answer: when it closes and is not complete, destroy the response.",
    }),
    "zh-TW": () => ({
      expected: "目標在回應途中當掉時，用戶端會立刻知道。",
      seen: "用戶端拿到一半的回應，然後一直在等永遠不會來的另一半。",
      means:
        "來源正常結束時 pipe() 才會結束目的端，來源斷掉時不會；http-proxy 就停在這裡。請監聽目標的回應：它關閉而又不完整（complete 是 false）時，就銷毀給用戶端的回應。",
    }),
  },
  "half-looks-whole": {
    en: (d) => ({
      expected: "A client whose answer breaks off can tell that it is not complete.",
      seen: `It got “${d["text"]}”, properly ended, as if that were all.`,
      means:
        "res.end() closes a chunked answer in good order, and the client keeps half a menu, or half a file, for the whole. What is broken must look broken: res.destroy().",
    }),
    "zh-TW": (d) => ({
      expected: "回應中途斷掉時，用戶端看得出它不完整。",
      seen: `它收到「${d["text"]}」，而且正常結束，好像這就是全部。`,
      means:
        "res.end() 會替分塊的回應好好收尾，用戶端就把半份菜單、半個檔案當成完整的。斷掉的東西要看得出是斷的：用 res.destroy()。",
    }),
  },
  "serves-no-more": {
    en: () => ({
      expected: "After a target has died in mid-answer and come back, the proxy serves on.",
      seen: "The proxy is alive, but it never passed on an answer of the target any more.",
    }),
    "zh-TW": () => ({
      expected: "目標在回應途中當掉又回來之後，代理會繼續服務。",
      seen: "代理還活著，卻再也沒有把目標的回應傳回來。",
    }),
  },
});
