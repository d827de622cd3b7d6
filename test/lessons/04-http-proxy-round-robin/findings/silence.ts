import { findings } from "../../../harness/words.ts";

/** What is found about time limits in the task "dead-target". */
export default findings({
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
  "cut-in-silence": {
    en: () => ({
      expected:
        "A target that says nothing for ANSWER_WITHIN_MS (250 ms here) is given up, and the client gets an error such as 504.",
      seen: "The connection to the client was cut without an answer.",
      means:
        "A limit on the wrong side does this: the option timeout of http-proxy, and setTimeout() of the server or of req, cut the client off. The limit belongs to the request to the target: the option proxyTimeout. If it does, look at the error handler: as long as res.headersSent is false, there is still time to answer.",
    }),
    "zh-TW": () => ({
      expected:
        "目標超過 ANSWER_WITHIN_MS（這裡是 250 毫秒）沒有任何聲音，就不再等它，用戶端得到 504 之類的錯誤。",
      seen: "用戶端的連線被切斷，沒有得到回應。",
      means:
        "時限設錯了邊，就會這樣：http-proxy 的 timeout 選項，以及伺服器或 req 的 setTimeout()，切斷的都是用戶端。時限要設在送往目標的請求上：用 proxyTimeout 選項。如果已經是這樣，就看看錯誤處理：只要 res.headersSent 還是 false，就還來得及回應。",
    }),
  },
  "given-up-in-silence": {
    en: () => ({
      expected:
        "A target that says nothing for ANSWER_WITHIN_MS (250 ms here) is given up, and the client gets an error such as 504.",
      seen: "The target was given up, and the client got no answer.",
      means:
        "The limit works, and what follows from it never reaches the client: the error that it raises is passed over, or nobody ends the response. It is an ECONNRESET (“socket hang up”), as when the client has gone. Whether that is so, res.destroyed tells, and not req.destroyed: that is true as soon as the request has been read.",
    }),
    "zh-TW": () => ({
      expected:
        "目標超過 ANSWER_WITHIN_MS（這裡是 250 毫秒）沒有任何聲音，就不再等它，用戶端得到 504 之類的錯誤。",
      seen: "代理放棄了目標，用戶端卻沒有得到回應。",
      means:
        "時限有作用，但結果沒有傳到用戶端：它引發的錯誤被略過了，或是沒有人結束回應。這個錯誤是 ECONNRESET（「socket hang up」），和用戶端離開時一樣。用戶端是不是真的走了，要看 res.destroyed，而不是 req.destroyed：請求一讀完，後者就是 true。",
    }),
  },
  "limit-on-the-whole": {
    en: (d, f) => ({
      expected:
        "An answer that goes on reaches the client whole, however long it takes: ANSWER_WITHIN_MS is a limit for silence.",
      seen: `With a limit of ${f.ms(d["ms"])}, the target sent seven pieces, four in the time of a limit. The client did not get all of them.`,
      means:
        "The limit counts from the request on, and cuts whatever takes longer: every big download, and the live board. Let it begin anew with each piece. The option proxyTimeout, and setTimeout() of the request to the target, do that by themselves; your own timer needs refresh().",
    }),
    "zh-TW": (d, f) => ({
      expected: "只要還在繼續，回應花再久都會完整到達用戶端：ANSWER_WITHIN_MS 限制的是沉默。",
      seen: `時限是 ${f.ms(d["ms"])}，目標送了七段，每個時限之內四段。用戶端沒有全部收到。`,
      means:
        "時限從請求送出就開始計算，超過的一律切斷：大檔案的下載、即時看板，全都躲不過。請讓它隨著每一段重新計算。proxyTimeout 選項，以及送往目標的請求的 setTimeout()，都會自動這樣做；自己設的計時器則要呼叫 refresh()。",
    }),
  },
  "silent-in-mid-answer": {
    en: (d, f) => ({
      expected: `A target that falls silent in the middle of its answer is given up, too, after ANSWER_WITHIN_MS (${f.ms(d["ms"])} here), and the client's connection is cut.`,
      seen: "The client got the first piece, and waited for the rest.",
      means:
        "The limit ends with the first sign of the answer. A shop can hang in the middle of one as well as before it, and keeps the customer for ever. Let the limit begin anew with each piece, and call it off at the end of the answer only.",
    }),
    "zh-TW": (d, f) => ({
      expected: `目標在回應途中沒了聲音，超過 ANSWER_WITHIN_MS（這裡是 ${f.ms(d["ms"])}）也不再等它，並切斷用戶端的連線。`,
      seen: "用戶端收到第一段，然後一直等後面的部分。",
      means:
        "回應一開始，時限就取消了。店可能在回應之前卡住，也可能在回應途中卡住，客人就永遠等下去。請讓時限隨著每一段重新計算，等回應結束才取消。",
    }),
  },
});
