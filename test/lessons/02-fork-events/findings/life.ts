import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

const ONE_LINE = {
  en: 'The primary prints a line such as {"event":"online","worker":1} for each event of each worker.',
  "zh-TW": '每個工作行程每發生一個事件，主行程就印出一行，例如 {"event":"online","worker":1}。',
};

/** https://nodejs.org/api/process.html#exit-codes: an option is unknown, or has no value that fits. */
const BAD_OPTION = 9;

/** Whether the two arguments of task setup-primary came as one. */
const isOneString = (d: Record<string, unknown>) =>
  String(d["message"]).includes("Unknown option '--season ");

/** Task record-life, and what can go wrong in any run of this lesson. */
export default findings({
  "worker-died": {
    en: (d, f) => ({
      expected: "All workers start and listen.",
      seen: `A worker ended before it listened (${d["signal"] ?? `code ${d["code"]}`})${d["message"] ? `: ${f.text(d["message"])}` : ""}.`,
      ...(isOneString(d) && {
        means:
          'Each argument is an element of its own, as a shell would split them: args: ["--season", "winter"]. Nobody splits at the space here, so the two arrive as one option with a space in its name.',
      }),
      ...(d["code"] === BAD_OPTION && {
        means:
          "Node.js ends with code 9 when it is started with an option that it does not know. execArgv holds options of Node.js itself; what is meant for the program belongs in args.",
      }),
    }),
    "zh-TW": (d, f) => ({
      expected: "所有工作行程都會啟動並開始監聽。",
      seen: `有工作行程還沒開始監聽就結束了（${d["signal"] ?? `結束代碼 ${d["code"]}`}）${d["message"] ? `：${f.text(d["message"])}` : ""}。`,
      ...(isOneString(d) && {
        means:
          '每個引數各是一個元素，就像 shell 拆開後那樣：args: ["--season", "winter"]。這裡沒有人會在空格處拆開，兩個合在一起，就成了名稱裡帶空格的一個選項。',
      }),
      ...(d["code"] === BAD_OPTION && {
        means:
          "啟動時遇到不認識的選項，Node.js 就以代碼 9 結束。execArgv 裡放的是 Node.js 自己的選項；要給程式的引數，請放在 args。",
      }),
    }),
  },
  "route-broken": {
    en: (d) => ({
      expected: `A worker answers ${d["route"]} with JSON that has its id, as in the starter.`,
      seen: `The request ended like this: ${ended(d, "en")}.`,
    }),
    "zh-TW": (d) => ({
      expected: `工作行程以 JSON 回應 ${d["route"]}，內含自己的編號，和起始程式一樣。`,
      seen: `請求的結果是：${ended(d, "zh-TW")}。`,
    }),
  },
  "nothing-recorded": {
    en: (d, f) => ({
      expected: ONE_LINE.en,
      seen: `Three workers lived and ended; no line with one of the events ${f.list(d["events"])} was printed.`,
      means:
        "No handler is registered for these events, or it is registered in a worker. The cluster module emits them in the primary only: cluster.on(…) in a worker is never called. A record that goes into a file is not seen here, either: its place is standard output.",
    }),
    "zh-TW": (d, f) => ({
      expected: ONE_LINE["zh-TW"],
      seen: `三個工作行程啟動又結束，${f.list(d["events"])} 這些事件卻一行也沒有印出來。`,
      means:
        "沒有為這些事件註冊監聽器，或是註冊在工作行程裡。cluster 模組只在主行程發出這些事件：寫在工作行程裡的 cluster.on(…) 永遠不會被呼叫。寫進檔案的紀錄，這裡也看不到：它該印在標準輸出。",
    }),
  },
  "recorded-on-stderr": {
    en: (d, f) => ({
      expected: ONE_LINE.en,
      seen: `Lines came, but on standard error. One of them: ${f.text(d["line"])}`,
      means:
        "console.error() and console.warn() write to standard error. Standard output and standard error are two outputs, and a platform that collects the record reads the first one: use console.log().",
    }),
    "zh-TW": (d, f) => ({
      expected: ONE_LINE["zh-TW"],
      seen: `有印出來，卻是印在標準錯誤。其中一行是：${f.text(d["line"])}`,
      means:
        "console.error() 和 console.warn() 會寫到標準錯誤。標準輸出和標準錯誤是兩條不同的輸出，收集紀錄的一方讀的是前者：請用 console.log()。",
    }),
  },
  "recorded-not-as-json": {
    en: (d, f) => ({
      expected: ONE_LINE.en,
      seen: `Events were printed, but none as a line of JSON with the field event. One of the lines: ${f.text(d["line"])}`,
      means:
        "Who reads the record takes one line after the other, calls JSON.parse() with it, and looks at the field event. JSON.parse() fails when a time or a word stands before the JSON, when JSON.stringify(…, null, 2) spreads it over several lines, and when an object is printed without JSON.stringify(). A time can go into a field of its own.",
    }),
    "zh-TW": (d, f) => ({
      expected: ONE_LINE["zh-TW"],
      seen: `事件有印出來，但沒有一行是帶有 event 欄位的 JSON。其中一行是：${f.text(d["line"])}`,
      means:
        "讀紀錄的一方會把每一行交給 JSON.parse()，再看 event 這個欄位。JSON 前面加了時間或文字、用 JSON.stringify(…, null, 2) 排成好幾行，或是沒有經過 JSON.stringify() 就直接印出物件，都無法解析。時間可以另外放進一個欄位。",
    }),
  },
  "pid-instead-of-id": {
    en: () => ({
      expected: "The field worker holds the worker's id: 1 for the first one, 2 for the second …",
      seen: "It holds pids.",
      means:
        "worker.process.pid is the system's number for the process. worker.id is the cluster's: it is small, counts from 1, and is never given twice while the primary runs.",
    }),
    "zh-TW": () => ({
      expected: "worker 欄位是工作行程的編號（id）：第一個是 1，第二個是 2，依此類推。",
      seen: "欄位裡放的是 pid。",
      means:
        "worker.process.pid 是作業系統給行程的號碼；worker.id 才是叢集給的編號：從 1 開始遞增，主行程執行期間不會重複使用。",
    }),
  },
  "id-as-text": {
    en: (d) => ({
      expected: 'The field worker holds the worker\'s id, a number: {"event":"online","worker":1}.',
      seen: `It holds text: "worker":"${d["id"]}".`,
      means:
        "worker.id is a number, and something makes text of it: String(), a template, a word before it, or the keys of cluster.workers, which are text. Whoever compares it with a number by === finds no line.",
    }),
    "zh-TW": (d) => ({
      expected: 'worker 欄位是工作行程的編號（id），型別是數字：{"event":"online","worker":1}。',
      seen: `欄位裡放的是文字："worker":"${d["id"]}"。`,
      means:
        "worker.id 是數字，中途被變成了文字：可能是 String()、樣板字串、前面加了字，也可能取自 cluster.workers 的鍵，那些鍵都是文字。讀紀錄的人用 === 和數字比較，就一行也找不到。",
    }),
  },
  "no-worker-field": {
    en: () => ({
      expected: 'Every line has the field worker, with the id: {"event":"online","worker":1}.',
      seen: "No line has it.",
      means:
        "The id is missing, or its field has another name, such as id. Who reads the record looks for the name that was agreed upon. A value that is undefined is left out by JSON.stringify(): cluster.worker is, in the primary.",
    }),
    "zh-TW": () => ({
      expected: '每一行都有 worker 欄位，內容是編號：{"event":"online","worker":1}。',
      seen: "沒有任何一行有這個欄位。",
      means:
        "沒有寫編號，或是欄位用了別的名稱，例如 id。讀紀錄的人會照講好的名稱去找。值是 undefined 的欄位會被 JSON.stringify() 略過，主行程裡的 cluster.worker 就是 undefined。",
    }),
  },
  "same-id": {
    en: (d) => ({
      expected: `The lines carry the ids of ${d["workers"]} different workers.`,
      seen: `Every line carries the same one: ${d["id"]}.`,
      means:
        'The handlers share one variable, which holds the last worker by the time they are called. Use the worker that the event hands over: cluster.on("online", (worker) => …), or a const inside the loop.',
    }),
    "zh-TW": (d) => ({
      expected: `各行會有 ${d["workers"]} 個不同工作行程的編號。`,
      seen: `每一行的編號都一樣：${d["id"]}。`,
      means:
        '這些監聽器共用同一個變數，等到它們被呼叫時，變數裡早已是最後一個工作行程。請使用事件傳進來的 worker：cluster.on("online", (worker) => …)，或在迴圈裡用 const 宣告。',
    }),
  },
  "fork-missing": {
    en: () => ({
      expected: "There is a line for every event of every worker, from the first one on.",
      seen: "The other events have their lines, but at least one fork has none.",
      means:
        'Either nobody listens on cluster: it alone emits fork, and worker.on("fork", …) is never called, although the other events come to a Worker object, too. Or the handler is registered too late: fork comes right after the code that called fork() gives way. Call cluster.on("fork", …) before the first fork().',
    }),
    "zh-TW": () => ({
      expected: "每個工作行程的每個事件都有一行，從第一個事件開始。",
      seen: "其他事件都有紀錄，fork 卻少了至少一行。",
      means:
        '可能沒有在 cluster 上聽：其他事件也會出現在 Worker 物件上，但 fork 只由 cluster 發出，worker.on("fork", …) 永遠不會被呼叫。也可能註冊得太晚：呼叫 fork() 的程式碼一讓出執行權，fork 事件就來了。請在第一次 fork() 之前呼叫 cluster.on("fork", …)。',
    }),
  },
  "early-events-missing": {
    en: (d, f) => ({
      expected: "There is a line for every event of every worker, from the first one on.",
      seen: `Lines are missing for: ${f.list(d["events"])}.`,
      means:
        "The handler is registered after the event, or not at all. The event fork comes right after the code that called fork() gives way, for example while it awaits a file or a timer. Register everything before the first fork().",
    }),
    "zh-TW": (d, f) => ({
      expected: "每個工作行程的每個事件都有一行，從第一個事件開始。",
      seen: `缺少這些事件的紀錄：${f.list(d["events"])}。`,
      means:
        "監聽器註冊得比事件還晚，或根本沒有註冊。呼叫 fork() 的程式碼一讓出執行權（例如正在等檔案或計時器），fork 事件就來了。請在第一次 fork() 之前註冊好全部監聽器。",
    }),
  },
  "events-missing": {
    en: (d, f) => ({
      expected: "There is a line for every event of every worker.",
      seen: `Lines are missing for: ${f.list(d["events"])}.`,
    }),
    "zh-TW": (d, f) => ({
      expected: "每個工作行程的每個事件都有一行。",
      seen: `缺少這些事件的紀錄：${f.list(d["events"])}。`,
    }),
  },
  "early-death-missing": {
    en: (d, f) => ({
      expected:
        "There is a line for every event of every worker, also of one that dies before it listens.",
      seen: `A worker died while it was starting. Of its events, these have no line: ${f.list(d["events"])}.`,
      means:
        "The handler is registered inside another one, of online or listening, so it is there only for workers that got so far. Those that don't are the ones that somebody will look for. Register every handler before the first fork().",
    }),
    "zh-TW": (d, f) => ({
      expected: "每個工作行程的每個事件都有一行，還沒開始監聽就結束的也一樣。",
      seen: `有工作行程在啟動途中就結束了。它的事件裡，這些沒有紀錄：${f.list(d["events"])}。`,
      means:
        "監聽器寫在另一個監聽器裡面（online 或 listening），只有撐到那時候的工作行程才會有。偏偏事後要查的，就是沒撐到的那些。請在第一次 fork() 之前註冊好全部監聽器。",
    }),
  },
  "recorded-twice": {
    en: (d) => ({
      expected: "There is exactly one line for each event of each worker.",
      seen: `The event ${d["event"]} of one worker has more than one line.`,
      means:
        "One event reaches two handlers. Node.js emits it on the Worker object and right after that on cluster; a program that listens to both hears everything twice. So does a handler that is registered once per loop turn.",
    }),
    "zh-TW": (d) => ({
      expected: "每個工作行程的每個事件恰好一行。",
      seen: `某個工作行程的 ${d["event"]} 事件不只一行。`,
      means:
        "同一個事件進了兩個監聽器。Node.js 先在 Worker 物件上發出事件，緊接著在 cluster 上再發一次；兩邊都聽，就會聽到兩遍。在迴圈裡每轉一圈就對 cluster 註冊一次，也是同樣的結果。",
    }),
  },
  "out-of-order": {
    en: (d, f) => ({
      expected: `A worker's lines come in the order of its events: ${f.list(d["happened"])}.`,
      seen: `They came in this order: ${f.list(d["recorded"])}.`,
    }),
    "zh-TW": (d, f) => ({
      expected: `同一個工作行程的各行依事件發生的順序排列：${f.list(d["happened"])}。`,
      seen: `實際的順序是：${f.list(d["recorded"])}。`,
    }),
  },
});
