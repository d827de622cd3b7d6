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
  "silence-waited-for": {
    en: () => ({
      expected:
        "A target that says nothing for ANSWER_WITHIN_MS (250 ms here) is given up, and the client gets an error such as 504.",
      seen: "The client waited, and got no answer.",
      means:
        "A target that hangs refuses nothing and breaks nothing, so no error comes by itself. Set a time limit: the option proxyTimeout of createProxyServer().",
    }),
    "zh-TW": () => ({
      expected:
        "目標超過 ANSWER_WITHIN_MS（這裡是 250 毫秒）沒有任何聲音，就不再等它，用戶端得到 504 之類的錯誤。",
      seen: "用戶端一直等，沒有得到回應。",
      means:
        "卡住的目標不會拒絕連線，也不會斷線，所以不會自己產生錯誤。請設定時限：createProxyServer() 的 proxyTimeout 選項。",
    }),
  },
  "serves-no-more": {
    en: () => ({
      expected: "After a target has died in mid-answer and come back, the proxy serves on.",
      seen: "The proxy is alive, but gave no answer any more.",
    }),
    "zh-TW": () => ({
      expected: "目標在回應途中當掉又回來之後，代理會繼續服務。",
      seen: "代理還活著，但不再給任何回應。",
    }),
  },
});
