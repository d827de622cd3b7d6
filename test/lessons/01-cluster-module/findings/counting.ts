import { findings } from "../../../harness/words.ts";
import { ended } from "../../../harness/ended.ts";

/** Task no-shared-memory: how orders are numbered. */
export default findings({
  "orders-one-process": {
    en: () => ({
      expected: "Orders are taken by several workers, and share one sequence of numbers.",
      seen: "One process took all orders, so nothing was shared.",
      means:
        "A single process counts right without any help, but it is no cluster. With WEB_CONCURRENCY=2 there must be two workers that take orders, as in the first two tasks; only the counter has one owner.",
    }),
    "zh-TW": () => ({
      expected: "由好幾個工作行程接單，號碼卻是同一串。",
      seen: "所有訂單都由同一個行程接下，根本沒有東西需要共享。",
      means:
        "只有一個行程時，號碼自然不會錯，但那就不是叢集了。設定 WEB_CONCURRENCY=2 時，要有兩個工作行程接單，和前兩個任務一樣；只有計數器歸一個擁有者管。",
    }),
  },
  "order-unanswered": {
    en: () => ({
      expected: "POST /orders answers with the order's number.",
      seen: "The request was never answered.",
      means:
        'The worker waits for a message that doesn\'t come. The primary hears its workers by cluster.on("message", (worker, message) => …), not by process.on("message"), and must answer the worker that asked.',
    }),
    "zh-TW": () => ({
      expected: "POST /orders 會回應訂單號碼。",
      seen: "請求一直沒有得到回應。",
      means:
        '工作行程在等一則不會來的訊息。主行程要用 cluster.on("message", (worker, message) => …) 才聽得到工作行程，不是 process.on("message")；而且必須回覆給發問的那個工作行程。',
    }),
  },
  "order-without-number": {
    en: (d) => ({
      expected: "POST /orders answers with JSON that has the order's number.",
      seen: `What came instead: ${ended(d, "en")}`,
    }),
    "zh-TW": (d) => ({
      expected: "POST /orders 以 JSON 回應，內含訂單的 number。",
      seen: `實際得到的是：${ended(d, "zh-TW")}`,
    }),
  },
  "numbers-repeat": {
    en: (d, f) => ({
      expected: `${f.count(d["orders"])} orders, placed one after the other, are numbered 1, 2, 3 … without repeats.`,
      seen: `Numbers repeat. The first ones were ${f.text(f.list(d["numbers"]))}.`,
      means:
        "Every worker counts for itself: a module variable exists once per process. The counter needs one owner.",
    }),
    "zh-TW": (d, f) => ({
      expected: `依序下 ${f.count(d["orders"])} 筆訂單，號碼是 1、2、3……，不重複。`,
      seen: `號碼重複了。開頭幾個是 ${f.text(f.list(d["numbers"]))}。`,
      means: "每個工作行程各數各的：模組變數在每個行程裡各有一份。計數器需要唯一的擁有者。",
    }),
  },
  "numbers-start-late": {
    en: (d, f) => ({
      expected: "The first order after the start of the program has number 1.",
      seen: `One run of the program took an order and gave it number ${f.count(d["last"])}. The first numbers of the next run were ${f.text(f.list(d["numbers"]))}.`,
      means:
        "The counter outlives a run: it is in a file or a service with a fixed name. In this lesson every start begins with 1. Let the primary set the counter to 0 before it forks, or give each run a counter of its own.",
    }),
    "zh-TW": (d, f) => ({
      expected: "程式啟動後的第一筆訂單是 1 號。",
      seen: `程式先執行一次，接了一筆訂單，給的是 ${f.count(d["last"])} 號；結束後再次啟動，開頭幾個號碼是 ${f.text(f.list(d["numbers"]))}。`,
      means:
        "程式結束了，計數器的值卻還留著：它放在名稱固定的檔案或服務裡。在這一課，每次啟動都從 1 開始。請讓主行程在 fork 之前把計數器歸零，或讓每次執行各用各的計數器。",
    }),
  },
  "numbers-begin-elsewhere": {
    en: (d) => ({
      expected: "The first order since the start of the program has the number 1.",
      seen: `It got ${d["first"]}; the others follow without a gap.`,
      means:
        "The counter begins with another number, or is read at the wrong moment: last++ gives the value from before, ++last the new one.",
    }),
    "zh-TW": (d) => ({
      expected: "程式啟動後的第一張訂單是 1 號。",
      seen: `它拿到的是 ${d["first"]} 號，後面的則依序接著。`,
      means:
        "計數器的起始值不對，或是讀取的時機不對：last++ 得到的是加一之前的值，++last 得到的才是新的值。",
    }),
  },
  "numbers-skip": {
    en: (d, f) => ({
      expected:
        "Orders are numbered 1, 2, 3 … without gaps, in the order in which they are placed.",
      seen: `The first numbers were ${f.text(f.list(d["numbers"]))}.`,
      means:
        "Workers that take numbers ahead, in a block or in steps, are right only while they take turns. Each order must ask the one owner for its number. If every second one is missing, each order is counted twice.",
    }),
    "zh-TW": (d, f) => ({
      expected: "訂單依下單順序編號為 1、2、3……，中間沒有缺號。",
      seen: `開頭幾個號碼是 ${f.text(f.list(d["numbers"]))}。`,
      means:
        "工作行程如果先拿一整段號碼，或各自跳號往上數，只有在輪流接單時才會對。每一筆訂單都要向唯一的擁有者要號碼。如果號碼總是跳過一個，就是每筆訂單都算了兩次。",
    }),
  },
  "answers-mixed-up": {
    en: (d, f) => ({
      expected: `${d["rush"]} orders placed at once get ${d["rush"]} different numbers.`,
      seen: `${f.count(d["repeats"])} of them got a number that another order has too. Orders placed one after the other are right.`,
      means:
        'The counter counts right, but the answers reach the wrong orders: one message of the primary answers several waiting requests, as process.once("message") does, or it goes to every worker, and each has a question with that id. Give every question an id, send it back with the answer, and answer only the worker that asked. Or the primary adds one, waits for something (await, a timer, a file), and only then reads the counter, when others have counted on: keep the number in a variable of its own before it waits.',
    }),
    "zh-TW": (d, f) => ({
      expected: `同時下 ${d["rush"]} 筆訂單，會得到 ${d["rush"]} 個不同的號碼。`,
      seen: `其中 ${f.count(d["repeats"])} 筆拿到別人也有的號碼；一筆一筆下單時則都正確。`,
      means:
        '計數器沒有數錯，是答案送錯了對象：主行程的一則訊息同時回答了好幾個等待中的請求，process.once("message") 就會這樣；把訊息送給每個工作行程也會，因為每個都有編了同一個 id 的問題。給每個問題一個 id，回覆時一起帶回來，而且只回覆給發問的那個工作行程。也可能是主行程加一之後先等了別的事（await、計時器、寫檔），等完才去讀計數器，那時別人已經又往上數了：等待之前，先把號碼存進自己的變數。',
    }),
  },
  "answers-lost": {
    en: (d, f) => ({
      expected: "Orders that are placed at once are all answered.",
      seen: `Only ${f.count(d["answered"])} of the ${d["count"]} on one connection were. Orders placed one after the other had all been answered.`,
      means:
        "Questions that wait at the same time share one place, and the later one throws the earlier one out; its answer then finds nobody. That is so with ids that repeat, such as Date.now() within one millisecond or a short random number, and with one variable for all. Count the questions: 1, 2, 3 …",
    }),
    "zh-TW": (d, f) => ({
      expected: "同時下的訂單每一筆都會得到回應。",
      seen: `同一條連線上的 ${d["count"]} 筆，只有 ${f.count(d["answered"])} 筆得到回應；一筆一筆下單時則都有。`,
      means:
        "同時在等的問題共用了同一個位置，後來的把先前的擠掉，先前那個的答案就找不到人了。id 重複就會這樣，例如同一毫秒內的 Date.now() 或很短的亂數；所有問題共用一個變數也是。請替問題編號：1、2、3……",
    }),
  },
  "updates-lost": {
    en: (d, f) => ({
      expected: `${d["rush"]} orders placed at once get ${d["rush"]} different numbers.`,
      seen: `${f.count(d["repeats"])} of them got a number that another order has too. Orders placed one after the other are right.`,
      means:
        "Two orders read the same value before either wrote the next one. Reading, adding one and writing must be one step that nobody can come between: one owner, a lock, or a database that does it.",
    }),
    "zh-TW": (d, f) => ({
      expected: `同時下 ${d["rush"]} 筆訂單，會得到 ${d["rush"]} 個不同的號碼。`,
      seen: `其中 ${f.count(d["repeats"])} 筆拿到別人也有的號碼；一筆一筆下單時則都正確。`,
      means:
        "兩筆訂單在任何一方寫回之前，讀到了同一個值。讀取、加一、寫回必須是一個無法插隊的步驟：交給唯一的擁有者、加鎖，或交給會處理這件事的資料庫。",
    }),
  },
});
