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
  "loop-blocked": {
    en: (d, f) => ({
      expected:
        "While a report is computed, the same worker answers other requests as quickly as ever.",
      seen: `A request for the front page waited ${f.ms(d["longest"])}; the report took ${f.ms(d["report"])}.`,
      means:
        "The report is computed on the main thread of a worker that serves, and blocks its event loop. async, await and promises don't move a computation. It must go to a worker thread, to a process that serves nobody, or be cut into short slices.",
    }),
    "zh-TW": (d, f) => ({
      expected: "計算報表時，同一個工作行程仍能像平常一樣很快回應其他請求。",
      seen: `首頁的請求等了 ${f.ms(d["longest"])}；報表花了 ${f.ms(d["report"])}。`,
      means:
        "報表在負責服務的工作行程的主執行緒上計算，阻塞了事件迴圈。async、await、promise 都不會把計算移走。計算必須移到工作執行緒、移到不服務任何人的行程，或切成許多小段。",
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
