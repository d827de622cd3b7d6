import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

/** The error that ended the proxy, without the address, or else how it ended. */
function died(d: Record<string, any>, language: "en" | "zh-TW"): string {
  const message = String(d["message"]).replace(/ [\d.]+:\d+$/, "");
  if (language === "en")
    return message ? `: ${message}` : ` (${d["signal"] ?? `exit code ${d["code"]}`})`;
  return message ? `：${message}` : `（${d["signal"] ?? `結束代碼 ${d["code"]}`}）`;
}

/** Why the proxy ended: by itself, by a promise that was rejected, or by an event. */
function fell(d: Record<string, any>): { en: string; "zh-TW": string } {
  if (!d["message"])
    return {
      en: "It left no error message, so it has ended itself, most likely by process.exit() in a listener. What has failed is one request: end that one, and go on.",
      "zh-TW":
        "它沒有留下錯誤訊息，所以是自己結束的，最可能是在監聽器裡呼叫了 process.exit()。失敗的只是一個請求：結束那一個就好，其他照常。",
    };
  if (d["rejected"])
    return {
      en: "A promise was rejected, and nobody caught it; that ends the process. Catch it where the request is passed on: with try and await, or catch(). httpxy's web() and ws() give such a promise, unless somebody listens for 'error' on the proxy.",
      "zh-TW":
        "有個 promise 被拒絕（rejected）卻沒有人接住，行程就會結束。請在轉送請求的地方接住它：用 try 加 await，或用 catch()。httpxy 的 web() 和 ws() 都會給你這種 promise，除非 proxy 上有人監聽 'error'。",
    };
  return {
    en: "An 'error' event that nobody listens for ends the process. Listen for 'error' on the proxy, and on each socket or request that you open or join yourself; one dead server must not take the others' clients along.",
    "zh-TW":
      "沒有人監聽的 'error' 事件會讓行程結束。請在 proxy 上監聽 'error'；自己開的、自己接起來的每個 socket 和 request 也一樣。一台伺服器掛掉，不該把其他用戶端都拖下水。",
  };
}

const WHEN: Record<string, { en: string; "zh-TW": string }> = {
  "dead-target": {
    en: "a client asked for an upgrade while the server behind it was down",
    "zh-TW": "後面的伺服器不在時，有用戶端要求升級",
  },
  "target-dies-later": {
    en: "the server behind it was killed while a WebSocket was open",
    "zh-TW": "WebSocket 還開著，後面的伺服器就被砍掉",
  },
  "half-an-answer": {
    en: "the server behind it broke off in the middle of an answer",
    "zh-TW": "後面的伺服器回應到一半就斷線",
  },
  plain: { en: "an ordinary request came", "zh-TW": "收到一個普通的請求" },
  "of an upgrade": { en: "a client asked for an upgrade", "zh-TW": "有用戶端要求升級" },
};

/** A status of the right kind, for another cause. */
const OTHER_STATUS = /^5\d\d\b/;

/** What is found in the task "upgrade-in-node". */
export default findings({
  "proxy-plain-broken": {
    en: (d) => ({
      expected: "Ordinary requests go through proxy.ts to the server at TARGET.",
      seen: `A request through it ended like this: ${ended(d, "en")}.`,
    }),
    "zh-TW": (d) => ({
      expected: "一般請求會經過 proxy.ts 送到 TARGET 的伺服器。",
      seen: `經過它的請求結果是：${ended(d, "zh-TW")}。`,
    }),
  },
  "refusal-lost": {
    en: (d, f) => ({
      expected:
        "When the server refuses an upgrade, as of a session that it does not know, the client gets that answer.",
      seen: `The server said 400, and ${f.ms(d["ms"])} later the client still knew nothing.`,
      means:
        "A refusal is an ordinary answer: it comes as 'response', and not as 'upgrade', to the request that asked. Whoever joins sockets needs a listener for both, and passes the answer on, or at least ends the client's socket.",
    }),
    "zh-TW": (d, f) => ({
      expected: "伺服器拒絕升級時（例如不認得這個 session），用戶端會收到它的回應。",
      seen: `伺服器回了 400，過了 ${f.ms(d["ms"])}用戶端還是什麼都沒收到。`,
      means:
        "拒絕就是一個普通的回應：發出請求的那一方收到的是 'response' 事件，不是 'upgrade'。自己接 socket 的人兩個都要監聽，把回應轉送回去，至少也要結束用戶端的 socket。",
    }),
  },
  "upgrade-not-passed-on": {
    en: () => ({
      expected: "A request to upgrade reaches the server at TARGET.",
      seen: "The client got its 101, and the server never saw a request to upgrade.",
    }),
    "zh-TW": () => ({
      expected: "升級請求會送到 TARGET 的伺服器。",
      seen: "用戶端得到了 101，伺服器卻從沒看過升級請求。",
    }),
  },
  "answers-a-bare-socket": {
    en: (d) => ({
      expected: "A dead server behind the proxy never ends the proxy.",
      seen: `When ${WHEN[d["when"]]!.en}, the proxy ended${died(d, "en")}.`,
      means:
        "After a failed upgrade, the third argument of the error listener is no response: it is the bare socket, without writeHead. Look at what you got; a socket can only be ended.",
    }),
    "zh-TW": (d) => ({
      expected: "後面的伺服器掛了，代理伺服器也絕不會跟著結束。",
      seen: `${WHEN[d["when"]]!["zh-TW"]}，代理伺服器就結束了${died(d, "zh-TW")}。`,
      means:
        "升級失敗時，error 監聽器的第三個參數不是 response，而是光禿禿的 socket，沒有 writeHead。先看看拿到的是什麼；socket 只能結束它。",
    }),
  },
  "proxy-falls-over": {
    en: (d) => ({
      expected: "A dead server behind the proxy never ends the proxy.",
      seen: `When ${WHEN[d["when"]]!.en}, the proxy ended${died(d, "en")}.`,
      means: fell(d).en,
    }),
    "zh-TW": (d) => ({
      expected: "後面的伺服器掛了，代理伺服器也絕不會跟著結束。",
      seen: `${WHEN[d["when"]]!["zh-TW"]}，代理伺服器就結束了${died(d, "zh-TW")}。`,
      means: fell(d)["zh-TW"],
    }),
  },
  "answers-twice": {
    en: (d) => ({
      expected: "A dead server behind the proxy never ends the proxy.",
      seen: `When ${WHEN[d["when"]]!.en}, the proxy ended${died(d, "en")}.`,
      means:
        "The status and the headers of that answer had been passed on already, so it was too late for a 502. Look at res.headersSent first: when it is true, all that is left is res.destroy().",
    }),
    "zh-TW": (d) => ({
      expected: "後面的伺服器掛了，代理伺服器也絕不會跟著結束。",
      seen: `${WHEN[d["when"]]!["zh-TW"]}，代理伺服器就結束了${died(d, "zh-TW")}。`,
      means:
        "這個回應的狀態碼和標頭早就轉出去了，來不及再回 502。先看 res.headersSent；如果是 true，就只能 res.destroy()。",
    }),
  },
  "upgrade-hangs": {
    en: (d, f) => ({
      expected: "A client that asks for an upgrade while the server is down is told so at once.",
      seen: `It was still waiting after ${f.ms(d["ms"])}.`,
      means:
        "The error was heard, but nobody told the client. End its socket: socket.destroy(), or a few bytes of an answer 502 before that.",
    }),
    "zh-TW": (d, f) => ({
      expected: "伺服器不在時，要求升級的用戶端會立刻知道。",
      seen: `過了 ${f.ms(d["ms"])}，它還在等。`,
      means:
        "錯誤有人聽到，卻沒有人告訴用戶端。結束它的 socket：socket.destroy()，或先寫一小段 502 的回應。",
    }),
  },
  "no-bad-gateway": {
    en: (d) => ({
      expected: "An ordinary request to a dead server is answered with 502, at once.",
      seen: `It ended like this: ${ended(d, "en")}.`,
      means: OTHER_STATUS.test(d["answer"])
        ? "The status says whose fault it is: 500 is an error of the proxy's own, 502 one of the server behind it. Write 502."
        : "The same listener gets both kinds of failure. For an ordinary request its third argument is a response: write the status 502 and end it.",
    }),
    "zh-TW": (d) => ({
      expected: "伺服器不在時，一般請求會立刻得到 502。",
      seen: `結果是：${ended(d, "zh-TW")}。`,
      means: OTHER_STATUS.test(d["answer"])
        ? "狀態碼要說清楚是誰出了問題：500 是代理自己的錯，502 是後面的伺服器有問題。請回 502。"
        : "兩種失敗都會進到同一個監聽器。一般請求的第三個參數是 response：寫上狀態碼 502，再結束它。",
    }),
  },
  "proxy-stays-shut": {
    en: (d) => ({
      expected: "As soon as the server is back, upgrades go through again.",
      seen: `The next request to upgrade ended like this: ${ended(d, "en")}.`,
    }),
    "zh-TW": (d) => ({
      expected: "伺服器一回來，升級就又行得通。",
      seen: `下一個升級請求的結果是：${ended(d, "zh-TW")}。`,
    }),
  },
  "end-not-passed-on": {
    en: () => ({
      expected: "When the server of an open WebSocket dies, the client's connection ends, too.",
      seen: "The server was killed, and the client's connection stayed open.",
      means:
        "The two connections were joined, but the end of one is not passed on to the other. The client believes in a connection that leads nowhere, until a ping is missing. When one of the two sockets closes, destroy the other.",
    }),
    "zh-TW": () => ({
      expected: "WebSocket 開著而伺服器死了，用戶端的連線也要結束。",
      seen: "伺服器被砍掉了，用戶端的連線還開著。",
      means:
        "兩條連線接在一起了，但一邊結束時沒有傳到另一邊。用戶端會一直相信這條哪裡都不通的連線，直到發現 ping 沒來。其中一個 socket 關閉時，要把另一個也 destroy()。",
    }),
  },
  "half-not-broken": {
    en: (d) => ({
      expected:
        "When the server breaks off in the middle of an answer, the client's answer breaks off, too.",
      seen:
        d["kind"] !== "late"
          ? `For the client it ended like this: ${ended(d, "en")}.`
          : d["begun"]
            ? "The client got the beginning, and went on waiting for the rest."
            : "The client had got nothing yet, and went on waiting.",
      means:
        d["kind"] !== "late"
          ? "Half an answer was ended as if it were whole. Once headersSent is true, only a broken connection tells the client the truth: res.destroy(), and no end()."
          : d["begun"]
            ? "The beginning was passed on, the end of the connection was not, so the client waits for the rest. pipe() does not pass it on, and http-proxy uses pipe(). Listen for 'proxyRes': when that answer closes before it is complete, destroy the response."
            : "A proxy that waits for the whole answer must also notice that the rest won't come: then the answer emits 'close' and is not complete, and a promise for its body is rejected. Say 502, or destroy the response.",
    }),
    "zh-TW": (d) => ({
      expected: "伺服器回應到一半就斷線時，用戶端收到的回應也要跟著中斷。",
      seen:
        d["kind"] !== "late"
          ? `用戶端那邊的結果是：${ended(d, "zh-TW")}。`
          : d["begun"]
            ? "用戶端收到了開頭，之後一直在等剩下的部分。"
            : "用戶端什麼都還沒收到，之後一直在等。",
      means:
        d["kind"] !== "late"
          ? "只有一半的回應被當成完整的結束了。headersSent 是 true 之後，只有斷線才是實話：用 res.destroy()，不要用 end()。"
          : d["begun"]
            ? "開頭轉過去了，斷線卻沒有傳過去，所以用戶端一直在等剩下的部分。pipe() 不會傳遞斷線，而 http-proxy 用的就是 pipe()。請監聽 'proxyRes'：那個回應還不完整（complete）就關閉時，把 response 也 destroy()。"
            : "等整個回應到齊才轉送的代理，也要察覺剩下的不會來了：這時那個回應會發出 'close'，而 complete 還是 false；等它內容的 promise 則會被拒絕（rejected）。請回 502，或把 response destroy()。",
    }),
  },
});
