import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

/** What is found in the task "drain". */
export default findings({
  "sigterm-kills": {
    en: (d) => ({
      expected: "After SIGTERM, requests in flight are answered.",
      seen: `The proxy died of the signal; the request ended like this: ${ended(d, "en")}.`,
      means:
        'Nothing handles SIGTERM, and its default is to end the process. A proxy has the requests of every shop in its hands. Listen with process.on("SIGTERM", …), and close the server there.',
    }),
    "zh-TW": (d) => ({
      expected: "收到 SIGTERM 之後，處理中的請求仍會得到回應。",
      seen: `代理死於這個訊號，請求的結果是：${ended(d, "zh-TW")}。`,
      means:
        '沒有程式處理 SIGTERM，而它的預設動作是結束行程。代理手上握著每一家店的請求。請用 process.on("SIGTERM", …) 監聽，並在裡面關閉伺服器。',
    }),
  },
  "in-flight-cut": {
    en: (d) => ({
      expected: "After SIGTERM, requests in flight are answered.",
      seen: `One ended like this: ${ended(d, "en")}.`,
      means:
        "Something ends the process or its connections before the answers are sent: process.exit(), closeAllConnections(), proxy.close(). First stop accepting, then wait.",
    }),
    "zh-TW": (d) => ({
      expected: "收到 SIGTERM 之後，處理中的請求仍會得到回應。",
      seen: `其中一個的結果是：${ended(d, "zh-TW")}。`,
      means:
        "回應還沒送完，行程或它的連線就被結束了：process.exit()、closeAllConnections() 或 proxy.close()。先停止接受新連線，再等。",
    }),
  },
  "still-accepting": {
    en: () => ({
      expected: "After SIGTERM, new connections are refused while requests in flight are finished.",
      seen: "The port accepted connections until the last answer.",
      means: "First close the listening socket with server.close(), then wait for the requests.",
    }),
    "zh-TW": () => ({
      expected: "收到 SIGTERM 之後，處理中的請求做完之前，新連線會被拒絕。",
      seen: "直到最後一個回應為止，連接埠都還接受連線。",
      means: "先用 server.close() 關掉監聽的 socket，再等請求做完。",
    }),
  },
  "never-ends": {
    en: (d, f) => ({
      expected: "After SIGTERM and the last answer, the proxy ends.",
      seen: `It was still running ${f.ms(d["ms"])} later.`,
      means:
        "server.close() ends nothing but the server; the process goes on while something else keeps it alive: a timer, such as the one for STOP_WITHIN_MS without unref(), an interval, another server, or connections that nobody ends.",
    }),
    "zh-TW": (d, f) => ({
      expected: "收到 SIGTERM、送完最後一個回應之後，代理會結束。",
      seen: `又過了 ${f.ms(d["ms"])}，它還在執行。`,
      means:
        "server.close() 只關掉伺服器；只要還有別的東西撐著，行程就不會結束：沒有呼叫 unref() 的計時器（例如 STOP_WITHIN_MS 用的那個）、setInterval()、另一個伺服器，或沒有人結束的連線。",
    }),
  },
  "idle-never-ends": {
    en: (d, f) => ({
      expected: "After SIGTERM, a proxy without a request in flight ends at once.",
      seen: `It was still running ${f.ms(d["ms"])} later.`,
      means:
        "What ends the process stands where a request ends, and here none does. Ask at the signal, too, whether anything is in flight; or leave it to server.close(), whose callback comes in both cases.",
    }),
    "zh-TW": (d, f) => ({
      expected: "收到 SIGTERM 時如果沒有處理中的請求，代理會立刻結束。",
      seen: `過了 ${f.ms(d["ms"])}，它還在執行。`,
      means:
        "結束行程的程式寫在請求做完的地方，而這裡沒有請求可以做完。收到訊號時也要看看還有沒有處理中的請求；或者交給 server.close()，兩種情況都會呼叫它的回呼。",
    }),
  },
  "keep-alive-holds": {
    en: (d, f) => ({
      expected: "A kept-alive connection that waits for no answer does not hold up the end.",
      seen: `The last answer was sent, and ${f.ms(d["ms"])} later the proxy was still running: a client keeps its connection open.`,
      means:
        "server.close() closes connections that are idle in that moment. One that is busy becomes idle later, and stays for keepAliveTimeout. While stopping, end each connection after its last answer.",
    }),
    "zh-TW": (d, f) => ({
      expected: "沒有在等回應的保持連線（keep-alive），不會拖住程式的結束。",
      seen: `最後一個回應已經送出，過了 ${f.ms(d["ms"])}代理還在執行：有用戶端還留著連線。`,
      means:
        "server.close() 只關掉當下閒置的連線。當下正忙的，之後才閒下來，然後再留 keepAliveTimeout 那麼久。停止期間，每條連線送完最後一個回應就要結束它。",
    }),
  },
  "no-limit": {
    en: (d, f) => ({
      expected: "What is not finished STOP_WITHIN_MS (250 ms here) after the signal is cut.",
      seen: `A client read an answer that never ends; ${f.ms(d["ms"])} later the proxy was still running.`,
      means:
        "server.close() waits for the last connection, however long that lives. Set a timer that calls server.closeAllConnections().",
    }),
    "zh-TW": (d, f) => ({
      expected: "訊號之後過了 STOP_WITHIN_MS（這裡是 250 毫秒）還沒做完的，就切斷。",
      seen: `有用戶端在讀一個不會結束的回應；過了 ${f.ms(d["ms"])}代理還在執行。`,
      means:
        "server.close() 會等到最後一條連線結束，不管要等多久。請設一個計時器，時間到就呼叫 server.closeAllConnections()。",
    }),
  },
  "stop-not-clean": {
    en: (d) => ({
      expected: "A stop on request ends with code 0.",
      seen: `It ended with ${d["signal"] ? `signal ${d["signal"]}` : `code ${d["code"]}`}.`,
    }),
    "zh-TW": (d) => ({
      expected: "應要求停止時，結束代碼是 0。",
      seen: `它的結束方式是${d["signal"] ? `訊號 ${d["signal"]}` : `代碼 ${d["code"]}`}。`,
    }),
  },
});
