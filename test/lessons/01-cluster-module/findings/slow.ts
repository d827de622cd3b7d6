import { findings } from "../../../harness/words.ts";
import { ended } from "../../../harness/ended.ts";

/** Task one-slow-worker: what happens to others while a report is computed. */
export default findings({
  "front-page-broken": {
    en: (d) => ({
      expected: "GET / is answered while a report is computed.",
      seen: `What came instead: ${ended(d, "en")}.`,
    }),
    "zh-TW": (d) => ({
      expected: "計算報表時，GET / 仍會得到回應。",
      seen: `實際情況是：${ended(d, "zh-TW")}。`,
    }),
  },
  "report-broken": {
    en: (d) => ({
      expected: "GET /report answers with the whole report as JSON, also when it is a long one.",
      seen: `What came instead: ${ended(d, "en")}.`,
    }),
    "zh-TW": (d) => ({
      expected: "即使要算很久，GET /report 也會以 JSON 回應完整的報表。",
      seen: `實際情況是：${ended(d, "zh-TW")}。`,
    }),
  },
  "report-never-comes": {
    en: (d) => ({
      expected: `GET ${d["path"]} is answered: to compute so few orders takes milliseconds.`,
      seen: "No answer came in time, though the shop is open.",
      means:
        'The handler waits for a result that nobody sends, or never answers with it. What a thread\'s file returns or exports stays in the thread: it must call parentPort.postMessage(result), and the handler must await "message" and call res.json().',
    }),
    "zh-TW": (d) => ({
      expected: `GET ${d["path"]} 會得到回應：這麼少的訂單，幾毫秒就能算完。`,
      seen: "店開著，卻一直等不到回應。",
      means:
        "處理函式在等一個沒有人送出的結果，或是等到了卻沒有拿來回應。執行緒的檔案不管 return 還是 export 什麼，都只留在那個執行緒裡：要呼叫 parentPort.postMessage(result)，處理函式則要等 message 事件，再呼叫 res.json()。",
    }),
  },
  "report-wrong": {
    en: (d, f) => ({
      expected: `GET ${d["path"]} answers as in the starter: ${d["right"]}`,
      seen: `What came instead: ${f.text(ended(d, "en"))}`,
    }),
    "zh-TW": (d, f) => ({
      expected: `GET ${d["path"]} 的回應和起始程式一樣：${d["right"]}`,
      seen: `實際情況是：${f.text(ended(d, "zh-TW"))}`,
    }),
  },
  "report-type": {
    en: (d) => ({
      expected: `GET ${d["path"]} answers as in the starter, with Content-Type: application/json.`,
      seen: `The report is right, but its Content-Type is ${d["type"]}.`,
      means:
        'res.send() takes a text for HTML. A client that asks what it got won\'t read it as JSON. Give res.json() the report itself; or, where the report is a text already, call res.type("json") first.',
    }),
    "zh-TW": (d) => ({
      expected: `GET ${d["path"]} 的回應和起始程式一樣，Content-Type 是 application/json。`,
      seen: `報表的內容正確，但 Content-Type 是 ${d["type"]}。`,
      means:
        'res.send() 收到文字就當成 HTML。用戶端會看類型，就不會把它當 JSON 讀。請把報表本身交給 res.json()；如果報表已經是文字，先呼叫 res.type("json")。',
    }),
  },
  "report-without-number": {
    en: (d, f) => ({
      expected: `GET /report, without a number, answers as in the starter: ${d["right"]}`,
      seen: `What came instead: ${f.text(ended(d, "en"))}`,
      means:
        "A report with a number in ?orders= is right. Where it is missing, Number(undefined) is NaN: a loop up to NaN counts nothing, and JSON, which knows no NaN, shows null. The starter puts 1,000,000 in its place; keep that on the way to where it is computed.",
    }),
    "zh-TW": (d, f) => ({
      expected: `不帶數字的 GET /report，回應和起始程式一樣：${d["right"]}`,
      seen: `實際情況是：${f.text(ended(d, "zh-TW"))}`,
      means:
        "用 ?orders= 給了數字的報表沒有錯。沒給的時候，Number(undefined) 是 NaN：跑到 NaN 的迴圈什麼也沒數到，JSON 沒有 NaN，就變成 null。起始程式在這時會改用 1,000,000；把計算移走時，請保留這個預設值。",
    }),
  },
  "report-number-as-text": {
    en: (d, f) => ({
      expected: `GET ${d["path"]} answers as in the starter: ${d["right"]}`,
      seen: `All is right except that orders is a text: ${f.text(ended(d, "en"))}`,
      means:
        "What comes from a URL, from process.argv or from an environment variable is text. A loop compares it as a number, so that it counts right; but JSON shows what it is. Turn it into a number by Number() where it comes in, or where the report is computed.",
    }),
    "zh-TW": (d, f) => ({
      expected: `GET ${d["path"]} 的回應和起始程式一樣：${d["right"]}`,
      seen: `其他都對，只有 orders 是字串：${f.text(ended(d, "zh-TW"))}`,
      means:
        "從網址、process.argv 或環境變數來的都是字串。迴圈比較時會把它當成數字，所以數得沒錯；但轉成 JSON 就看得出來。請在收到的地方，或計算報表的地方，用 Number() 轉成數字。",
    }),
  },
  "report-of-another": {
    en: (d, f) => ({
      expected: `GET ${d["path"]} answers as in the starter: ${d["right"]}`,
      seen: `It answered with the report on another number: ${f.text(ended(d, "en"))}`,
      means:
        "Either an answer is kept and given to whoever asks next, whatever the number; or several requests share one thread, and its first message goes to all who wait. An answer must find the request that it belongs to.",
    }),
    "zh-TW": (d, f) => ({
      expected: `GET ${d["path"]} 的回應和起始程式一樣：${d["right"]}`,
      seen: `實際回應的是另一個數字的報表：${f.text(ended(d, "zh-TW"))}`,
      means:
        "可能是把某次的回應留下來，不管後來的人問的是哪個數字都給同一份；也可能是好幾個請求共用一個執行緒，它的第一則訊息就回答了所有在等的請求。答案必須對得回它的請求。",
    }),
  },
  "report-forks": {
    en: (d, f) => ({
      expected: "Only the primary forks workers, and a report starts none.",
      seen: `A process that is not the primary forked ${f.count(d["forked"])} workers after reports had been asked for.`,
      means:
        "The thread runs the program's main file. In a worker thread cluster.isPrimary is true, also inside a cluster worker, so the thread takes itself for a primary and forks a pool of its own. Give it a file that only computes the report.",
    }),
    "zh-TW": (d, f) => ({
      expected: "只有主行程會 fork 工作行程，要報表時不會再產生。",
      seen: `有人要了報表之後，一個不是主行程的行程 fork 了 ${f.count(d["forked"])} 個工作行程。`,
      means:
        "執行緒執行的是程式的主檔案。在工作執行緒裡，cluster.isPrimary 是 true，即使在叢集的工作行程裡也一樣，所以它以為自己是主行程，又 fork 了一批。請讓它執行另一個只計算報表的檔案。",
    }),
  },
  "loop-blocked": {
    en: (d, f) => ({
      expected:
        "While a report is computed, the same worker answers other requests as quickly as ever.",
      seen: `A request for the front page waited ${f.ms(d["longest"])}; the report took ${f.ms(d["report"])}.`,
      means:
        "The report is computed on the main thread of a worker that serves, or that thread stands still until it is done, as with Atomics.wait(): the event loop is blocked. async, await and promises don't move a computation. It must go to a worker thread, to a process that serves nobody, or be cut into short slices.",
    }),
    "zh-TW": (d, f) => ({
      expected: "計算報表時，同一個工作行程仍能像平常一樣很快回應其他請求。",
      seen: `首頁的請求等了 ${f.ms(d["longest"])}；報表花了 ${f.ms(d["report"])}。`,
      means:
        "報表在負責服務的工作行程的主執行緒上計算，或是這個執行緒停在原地等它算完（例如 Atomics.wait()），事件迴圈就被阻塞了。async、await、promise 都不會把計算移走。計算必須移到工作執行緒、移到不服務任何人的行程，或切成許多小段。",
    }),
  },
  "primary-blocked": {
    en: (d, f) => ({
      expected: "While a report is computed, new clients are served as quickly as ever.",
      seen: `Clients with an open connection were served, but a new one waited ${f.ms(d["longest"])}; the report took ${f.ms(d["report"])}.`,
      means:
        "The report is computed in the primary. The workers are free, but the primary accepts every new connection, and while it computes it accepts none. Give the work to a thread or a process that nobody waits for.",
    }),
    "zh-TW": (d, f) => ({
      expected: "計算報表時，新來的用戶端仍能像平常一樣很快得到服務。",
      seen: `已有連線的用戶端得到了回應，新的用戶端卻等了 ${f.ms(d["longest"])}；報表花了 ${f.ms(d["report"])}。`,
      means:
        "報表在主行程裡計算。工作行程雖然有空，但每條新連線都要由主行程接受，而它在計算時一條也不接。請把工作交給沒有人在等的執行緒或行程。",
    }),
  },
  "waits-synchronously": {
    en: (d, f) => ({
      expected:
        "While a report is computed, the same worker answers other requests as quickly as ever.",
      seen: `The report was computed in a process of its own, yet a request for the front page waited ${f.ms(d["longest"])}; the report took ${f.ms(d["report"])}.`,
      means:
        "The computation has moved, but the worker stands still until it is done: spawnSync(), execSync() and execFileSync() block the event loop as long as the other process runs. Use the asynchronous form.",
    }),
    "zh-TW": (d, f) => ({
      expected: "計算報表時，同一個工作行程仍能像平常一樣很快回應其他請求。",
      seen: `報表在另一個行程裡計算，首頁的請求卻還是等了 ${f.ms(d["longest"])}；報表花了 ${f.ms(d["report"])}。`,
      means:
        "計算已經移走了，工作行程卻停在原地等它算完：spawnSync()、execSync()、execFileSync() 在另一個行程執行期間都會阻塞事件迴圈。請用非同步的版本。",
    }),
  },
});
