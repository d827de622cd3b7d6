import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

const broken = {
  en: "An answer that fails after its first part ends broken: the connection is cut.",
  "zh-TW": "送出一部分才失敗的回應，會以切斷連線收場。",
};

/** What is found in the task "too-late". */
export default findings({
  "complete-200": {
    en: (d) => ({
      expected: broken.en,
      seen: `GET ${d["path"]} failed half-way, and ended as a complete answer with 200.`,
      means:
        "Something calls res.end() after the failure: a finally, or the error middleware. For every client and cache, the half is now the whole. Leave the answer open and call next(error): Express cuts the connection.",
    }),
    "zh-TW": (d) => ({
      expected: broken["zh-TW"],
      seen: `GET ${d["path"]} 中途失敗，卻以完整的 200 收場。`,
      means:
        "失敗之後有人呼叫了 res.end()，可能是 finally，也可能是錯誤中介軟體。在用戶端和快取眼裡，一半就成了全部。不要結束回應，呼叫 next(error)，Express 會切斷連線。",
    }),
  },
  "left-hanging": {
    en: (d) => ({
      expected: broken.en,
      seen: `GET ${d["path"]} failed half-way; then nothing came any more, and the connection stayed open.`,
      means:
        "Somebody takes the error, and does nothing more: an error middleware that sees that it is too late, or a listener for the stream's 'error' that only logs. The client waits for a rest that never comes. Call next(error): Express cuts the connection.",
    }),
    "zh-TW": (d) => ({
      expected: broken["zh-TW"],
      seen: `GET ${d["path"]} 中途失敗，之後沒有再送任何東西，連線卻一直開著。`,
      means:
        "有人接走了錯誤，之後就什麼都沒做：可能是發現來不及了的錯誤中介軟體，也可能是串流的 'error' 監聽器只寫了日誌。用戶端一直等著不會來的後半段。請呼叫 next(error)，Express 會切斷連線。",
    }),
  },
  "late-error-kills": {
    en: (d) => ({
      expected: broken.en,
      seen: `GET ${d["path"]} failed half-way and ended the process, for all clients.`,
      means: d["again"]
        ? "Somebody takes the error, such as a listener for the photo's 'error', and begins an answer: sets a status or a header, or removes one. It is too late for that, so Node.js throws (ERR_HTTP_HEADERS_SENT), and nobody catches what a listener throws. Look at res.headersSent first. If it is true, log the error and cut the connection: res.destroy()."
        : "The error had nobody who takes it: a promise without await, or a stream without a listener. Await it in the handler.",
    }),
    "zh-TW": (d) => ({
      expected: broken["zh-TW"],
      seen: `GET ${d["path"]} 中途失敗，連行程也結束了，所有用戶端都受影響。`,
      means: d["again"]
        ? "有人接住了錯誤，例如照片的 'error' 監聽器，接著就想回應：設定狀態碼，或是設定、移除標頭。這時已經太遲，Node.js 會拋出 ERR_HTTP_HEADERS_SENT，而監聽器拋出的錯誤沒有人會接。請先看 res.headersSent；如果是 true，就把錯誤寫進日誌，再用 res.destroy() 切斷連線。"
        : "沒有人接住這個錯誤：可能是沒有 await 的 promise，也可能是沒有監聽器的串流。請在處理函式裡 await。",
    }),
  },
  "late-error-silent": {
    en: () => ({
      expected: "An error that comes too late for an answer is in the log.",
      seen: "The connection was cut, and nothing was written about the cause.",
      means:
        "Where the answer can't tell, the log must. Log the error first, and look at res.headersSent after that.",
    }),
    "zh-TW": () => ({
      expected: "來不及回應的錯誤，會寫在日誌裡。",
      seen: "連線被切斷了，原因卻沒有寫在任何地方。",
      means: "回應說不出口的，日誌就要說。先把錯誤寫進日誌，再看 res.headersSent。",
    }),
  },
  "late-photo-silent": {
    en: (d) => ({
      expected: "An error that comes too late for an answer is in the log.",
      seen: `GET /photos/matcha failed half-way, and “${d["message"]}” was written nowhere.`,
      means:
        "The error does not reach the error middleware. A catch that is meant for clients who leave takes all errors, or a listener on the photo only ends the response. Only ERR_STREAM_PREMATURE_CLOSE says that the client has left; throw every other error again, or call next(error).",
    }),
    "zh-TW": (d) => ({
      expected: "來不及回應的錯誤，會寫在日誌裡。",
      seen: `GET /photos/matcha 中途失敗，「${d["message"]}」卻沒有寫在任何地方。`,
      means:
        "錯誤沒有傳到錯誤中介軟體。可能是用來處理「用戶端離開」的 catch 把所有錯誤都吞了，也可能是照片的監聽器只結束了回應。只有 ERR_STREAM_PREMATURE_CLOSE 表示用戶端離開；其他錯誤都要再拋出，或呼叫 next(error)。",
    }),
  },
  "answers-again": {
    en: () => ({
      expected: "When it is too late for an answer, nobody tries to give one.",
      seen: "The program wrote about “headers after they are sent” (ERR_HTTP_HEADERS_SENT).",
      means:
        "The error middleware sends its JSON into an answer that has begun, and fails in its turn. The connection is cut by luck, and the log names the wrong culprit. Look at res.headersSent before you answer, and call next(error).",
    }),
    "zh-TW": () => ({
      expected: "來不及回應的時候，就不要再試著回應。",
      seen: "程式寫出了「headers after they are sent」（ERR_HTTP_HEADERS_SENT）。",
      means:
        "回應已經開始，錯誤中介軟體還想送出自己的 JSON，結果換它失敗。連線被切斷只是運氣，日誌裡的犯人也不對。回應之前先看 res.headersSent，來不及就呼叫 next(error)。",
    }),
  },
  "sold-out-otherwise": {
    en: (d) => ({
      expected: "An order of a taro, which is sold out, is answered with 409.",
      seen: `It ended like this: ${ended(d, "en")}.`,
    }),
    "zh-TW": (d) => ({
      expected: "點售完的 taro 會得到 409。",
      seen: `結果是：${ended(d, "zh-TW")}。`,
    }),
  },
  "went-on": {
    en: (d) => ({
      expected: "Who orders what is sold out gets 409, and nothing is ordered.",
      seen: `The customer got 409, and the order was placed all the same${d["twice"] ? "; then the program wrote about a second answer (ERR_HTTP_HEADERS_SENT)" : ""}.`,
      means: d["twice"]
        ? "Neither an answer nor next(error) ends a function: the handler goes on after it, places the order, and answers a second time. Return at once, or throw an error with status 409."
        : "Either the order is placed before the stock is counted, or the handler goes on after its answer, which does not end a function. Count first; when nothing is left, return or throw; place the order only after that.",
    }),
    "zh-TW": (d) => ({
      expected: "點了售完的茶會得到 409，而且什麼都沒點成。",
      seen: `客人得到 409，訂單卻照樣成立了${d["twice"] ? "；接著程式寫出了第二次回應的錯誤（ERR_HTTP_HEADERS_SENT）" : ""}。`,
      means: d["twice"]
        ? "送出回應或呼叫 next(error)，都不會結束函式：處理函式繼續往下跑，下了訂單，又回應了第二次。請馬上 return，或改成拋出 status 是 409 的錯誤。"
        : "可能是還沒查庫存就先下了訂單，也可能是回應之後還繼續往下跑，因為送出回應不會結束函式。請先查庫存；沒有了就 return 或拋出錯誤，之後才下訂單。",
    }),
  },
  "answers-twice": {
    en: () => ({
      expected: "Each request is answered once.",
      seen: "The order was refused, and then the program wrote about “headers after they are sent” (ERR_HTTP_HEADERS_SENT).",
      means:
        "After its answer the handler goes on to a second one, or calls next(). The client sees the first only; what else the rest of the function does, it does, too. Return after the answer.",
    }),
    "zh-TW": () => ({
      expected: "每個請求只回應一次。",
      seen: "訂單被拒絕之後，程式寫出了「headers after they are sent」（ERR_HTTP_HEADERS_SENT）。",
      means:
        "處理函式送出回應之後，又回應了第二次，或呼叫了 next()。用戶端只看得到第一個，但函式後面的事全都照做了。回應之後要 return。",
    }),
  },
});
