import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

/** What is found about answers in the task "forward". */
export default findings({
  "no-answer": {
    en: (d) => ({
      expected: "The client gets the answer of the target.",
      seen: `The target answered; to the client it ended like this: ${ended(d, "en")}.`,
    }),
    "zh-TW": (d) => ({
      expected: "用戶端會收到目標的回應。",
      seen: `目標回應了，用戶端看到的結果卻是：${ended(d, "zh-TW")}。`,
    }),
  },
  "redirect-followed": {
    en: () => ({
      expected: "A redirect is passed to the client, with its status and its Location.",
      seen: "The proxy followed it by itself: the target got a second request.",
      means:
        'fetch() follows redirects unless told not to (redirect: "manual"), and http-proxy does so with followRedirects. The address in the browser then stays wrong, and cookies of the redirect are lost.',
    }),
    "zh-TW": () => ({
      expected: "重新導向會交給用戶端，狀態碼和 Location 都保留。",
      seen: "代理自己跟著導向走：目標收到了第二個請求。",
      means:
        'fetch() 預設會跟隨重新導向（要加上 redirect: "manual" 才不會），http-proxy 則是開了 followRedirects。這樣瀏覽器的網址不會更新，導向時設定的 cookie 也會遺失。',
    }),
  },
  "cookies-lost": {
    en: (d) => ({
      expected:
        "Both Set-Cookie headers of the target's answer reach the client, each as a header of its own.",
      seen: `The client got ${d["cookies"]}.`,
      means:
        "Set-Cookie is the one header that may come several times and can't be joined with commas. node:http gives its values as an array: hand that to res.setHeader() as it is. From fetch(), Object.fromEntries(headers) keeps one of them; getSetCookie() gives all.",
    }),
    "zh-TW": (d) => ({
      expected: "目標回應裡的兩個 Set-Cookie 標頭，會各自到達用戶端。",
      seen: `用戶端收到 ${d["cookies"]} 個。`,
      means:
        "Set-Cookie 是唯一可以出現好幾次、又不能用逗號合併的標頭。node:http 給的是陣列，請原樣交給 res.setHeader()。如果用 fetch()，Object.fromEntries(headers) 只會留下一個；getSetCookie() 才會全部給你。",
    }),
  },
  "status-changed": {
    en: (d) => ({
      expected: `The client gets the status of the target, ${d["sent"]}.`,
      seen: `It got ${d["got"]}.`,
    }),
    "zh-TW": (d) => ({
      expected: `用戶端會收到目標的狀態碼 ${d["sent"]}。`,
      seen: `它收到 ${d["got"]}。`,
    }),
  },
  "refusal-lost": {
    en: (d) => ({
      expected:
        "A target's 503 is an answer, and reaches the client like any other: with its status, its Retry-After and its body.",
      seen: `The target was asked ${d["times"] === 1 ? "once" : `${d["times"]} times`}; to the client it ended like this: ${ended(d, "en")}.`,
      means:
        "The proxy takes a status from 500 on for a failure of the target. But a shop that answers is alive, and knows better than the proxy what to tell its customer. A target has failed when no answer comes: when the connection breaks, or nothing is said in time.",
    }),
    "zh-TW": (d) => ({
      expected: "目標的 503 也是回應，和其他回應一樣到達用戶端：狀態碼、Retry-After 和主體都在。",
      seen: `目標被問了 ${d["times"]} 次；用戶端看到的結果是：${ended(d, "zh-TW")}。`,
      means:
        "代理把 500 以上的狀態碼當成目標出錯了。但店有回應，就表示它還活著，而且比代理更清楚該對客人說什麼。沒有回應才算出錯：連線斷了，或時限內沒有任何聲音。",
    }),
  },
  unpacked: {
    en: () => ({
      expected: "A compressed body reaches the client as the target sent it.",
      seen: "The client got it unpacked.",
      means:
        "The client is told how the body is compressed and unpacks it by itself; unpacked on the way, it costs a multiple of the traffic. createGunzip() does that, and so does fetch(), which even keeps the header that says it is compressed. Pass the bytes of the target's answer on as they are.",
    }),
    "zh-TW": () => ({
      expected: "壓縮過的主體，會照目標送出的樣子到達用戶端。",
      seen: "用戶端收到的是解壓縮後的內容。",
      means:
        "用戶端看標頭就知道怎麼解壓縮，會自己處理；在途中先解開，流量就多了好幾倍。createGunzip() 會解開，fetch() 也會，而且還留著「已壓縮」的標頭。目標的回應是什麼位元組，就照樣轉送。",
    }),
  },
  "answer-changed": {
    en: (d) => ({
      expected: "The headers and the body of the answer reach the client unchanged.",
      seen: `Changed or lost: ${d["what"]}.`,
    }),
    "zh-TW": (d) => ({
      expected: "回應的標頭和主體會原封不動到達用戶端。",
      seen: `被改掉或不見的是：${d["what"] === "body" ? "主體（body）" : d["what"]}。`,
    }),
  },
  "answer-held-back": {
    en: () => ({
      expected:
        "The client gets the first piece of an answer while the target still works on the rest.",
      seen: "Nothing of it arrived, though the target had sent it.",
      means:
        "The proxy collects the whole answer first, for example with await response.text(). Downloads and live updates then come late or never. Pipe the answer on as it comes.",
    }),
    "zh-TW": () => ({
      expected: "目標還在處理後面的部分時，用戶端就會收到回應的第一段。",
      seen: "目標已經送出，用戶端卻什麼都沒收到。",
      means:
        "代理先把整個回應收齊了，例如 await response.text()。下載和即時更新就會遲到，甚至永遠不到。回應來多少就用管線（pipe）轉送多少。",
    }),
  },
  "piles-up": {
    en: (d) => ({
      expected: "The proxy takes from one side only as much as the other side reads.",
      seen: d["upload"]
        ? `The target read nothing, and the proxy took ${d["mb"]} MB of an upload all the same.`
        : `The client read nothing, and the proxy took ${d["mb"]} MB of an answer all the same.`,
      means:
        "What comes goes into write(), and nobody looks at what that returns: false means “wait for 'drain'”. All that is not read piles up in the proxy's memory, for each slow client. pipe() and pipeline() wait by themselves; otherwise pause() the source until 'drain'.",
    }),
    "zh-TW": (d) => ({
      expected: "一邊讀多少，代理才從另一邊收多少。",
      seen: d["upload"]
        ? `目標什麼都沒讀，代理還是收下了 ${d["mb"]} MB 的上傳。`
        : `用戶端什麼都沒讀，代理還是收下了 ${d["mb"]} MB 的回應。`,
      means:
        "收到的東西都交給 write()，卻沒有人看它的回傳值：false 的意思是「等 'drain'」。沒被讀走的資料會堆在代理的記憶體裡，每個慢的用戶端都有一份。pipe() 和 pipeline() 會自己等；不用它們的話，就先 pause() 來源，等到 'drain' 再繼續。",
    }),
  },
});
