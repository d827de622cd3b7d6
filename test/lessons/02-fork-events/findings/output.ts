import { findings } from "../../../harness/words.ts";

const EXPECTED = {
  en: "Each line that worker 2 prints appears as “[2] the line” in the primary's output.",
  "zh-TW": "2 號工作行程印出的每一行，都會以「[2] 那一行」的樣子出現在主行程的輸出裡。",
};

/** Task setup-primary: what workers print. */
export default findings({
  "output-swallowed": {
    en: () => ({
      expected: EXPECTED.en,
      seen: "A worker printed a receipt; no trace of it appeared anywhere.",
      means:
        "silent: true redirects a worker's output to worker.process.stdout and worker.process.stderr in the primary. If nobody reads them there, every line is lost.",
    }),
    "zh-TW": () => ({
      expected: EXPECTED["zh-TW"],
      seen: "工作行程印了一張收據，但哪裡都看不到。",
      means:
        "silent: true 會把工作行程的輸出改接到主行程裡的 worker.process.stdout 與 worker.process.stderr。那邊沒有人讀，每一行就都不見了。",
    }),
  },
  "output-bare": {
    en: (d) => ({
      expected: EXPECTED.en,
      seen: `The line came without an id: “${d["line"]}”.`,
      means:
        "Without silent: true a worker writes to the primary's terminal itself, past the primary. With it, the primary reads worker.process.stdout, and must not only pass it on: it has to put the id before each line.",
    }),
    "zh-TW": (d) => ({
      expected: EXPECTED["zh-TW"],
      seen: `這一行前面沒有編號：「${d["line"]}」。`,
      means:
        "沒有 silent: true 時，工作行程會繞過主行程，自己寫到終端機。加上之後，由主行程讀取 worker.process.stdout；只是原樣轉送還不夠，每一行前面都要加上編號。",
    }),
  },
  "prefix-per-piece": {
    en: (d, f) => ({
      expected: EXPECTED.en,
      seen: `A receipt of two lines came as: ${f.text(f.list(d["lines"]))}.`,
      means:
        "The id is put before each piece of data. A piece is whatever the system delivers at once: half a line, or three. Cut the stream into lines first, for example with node:readline.",
    }),
    "zh-TW": (d, f) => ({
      expected: EXPECTED["zh-TW"],
      seen: `兩行的收據變成：${f.text(f.list(d["lines"]))}。`,
      means:
        "編號加在每一塊資料（data 事件）前面。一塊是系統一次送來的量，可能是半行，也可能是三行。請先把串流切成一行一行，例如用 node:readline。",
    }),
  },
  "lines-mixed": {
    en: (d, f) => ({
      expected: EXPECTED.en,
      seen: `Two workers printed a receipt at the same time; one line was: ${f.text(d["line"])}.`,
      means:
        "The beginning of a line is kept until its end comes, but in one place for all: a variable of the module. Each stream needs one of its own, as every node:readline interface has.",
    }),
    "zh-TW": (d, f) => ({
      expected: EXPECTED["zh-TW"],
      seen: `兩個工作行程同時印收據，其中一行變成：${f.text(d["line"])}。`,
      means:
        "一行的前半段先留著，等後半段來了再印，這沒有錯；但所有工作行程共用同一個變數，例如放在模組最外層的變數。每個串流都要有自己的，node:readline 的每個介面就是這樣。",
    }),
  },
  "prefix-wrong": {
    en: (d, f) => ({
      expected: EXPECTED.en,
      seen: `${d["of"] ? `Worker ${f.count(d["worker"])} printed. ` : ""}It appeared as: ${f.text(f.list(d["lines"]))}.`,
      ...(d["of"] === "worker" && {
        means:
          "That is the id of another worker. The handlers share one variable, which holds the last worker by the time there is something to print. Use a const inside the loop, or the worker that the event fork hands over.",
      }),
      ...(d["of"] === "pid" && {
        means:
          "That is the worker's pid, the system's number. The cluster's is worker.id, the one that the lines of the record have.",
      }),
    }),
    "zh-TW": (d, f) => ({
      expected: EXPECTED["zh-TW"],
      seen: `${d["of"] ? `印出來的是 ${f.count(d["worker"])} 號工作行程。` : ""}實際看到的是：${f.text(f.list(d["lines"]))}。`,
      ...(d["of"] === "worker" && {
        means:
          "那是另一個工作行程的編號。這些監聽器共用同一個變數，等到有東西要印時，變數裡早已是最後一個工作行程。請在迴圈裡用 const 宣告，或使用 fork 事件傳進來的 worker。",
      }),
      ...(d["of"] === "pid" && {
        means:
          "那是工作行程的 pid，也就是作業系統給的號碼。叢集的編號是 worker.id，紀錄各行用的就是它。",
      }),
    }),
  },
  "errors-swallowed": {
    en: () => ({
      expected: "What a worker prints on standard error appears behind its id, too.",
      seen: "A worker died of an uncaught error, and its message appeared nowhere.",
      means:
        "Only worker.process.stdout is read. silent: true redirects standard error as well, and that is where Node.js prints why a process dies.",
    }),
    "zh-TW": () => ({
      expected: "工作行程印到標準錯誤的內容，也會出現在它的編號後面。",
      seen: "有工作行程因為未捕捉的例外而結束，錯誤訊息卻哪裡都看不到。",
      means:
        "程式只讀了 worker.process.stdout。silent: true 連標準錯誤也一起改接，而 Node.js 正是把行程的死因印在那裡。",
    }),
  },
  "start-errors-lost": {
    en: () => ({
      expected: "What a worker prints while it starts appears behind its id, too.",
      seen: "A worker died of an error before it listened (its port was taken), and not a line of it appeared.",
      means:
        "Its output is read only when it listens, or is online: this worker never got there, and what it had printed died with it. Read both streams right after fork(), or at the event fork.",
    }),
    "zh-TW": () => ({
      expected: "工作行程在啟動途中印出的內容，也會出現在它的編號後面。",
      seen: "有工作行程還沒開始監聽就因為錯誤而結束（它的連接埠已被占用），卻一行也沒有出現。",
      means:
        "要等到它開始監聽（或上線），程式才去讀它的輸出；這個工作行程撐不到那時候，印過的內容就跟著消失了。請在 fork() 之後立刻讀取兩個串流，或在 fork 事件裡讀取。",
    }),
  },
  "errors-bare": {
    en: (d) => ({
      expected: "What a worker prints on standard error appears behind its id, too.",
      seen: `The message of a dying worker came without an id: “${d["line"]}”.`,
      means:
        "Only standard output gets its ids; standard error reaches the terminal as it is. With many workers nobody can tell whose death it was. Cut worker.process.stderr into lines, and put the id before each, as with worker.process.stdout.",
    }),
    "zh-TW": (d) => ({
      expected: "工作行程印到標準錯誤的內容，也會出現在它的編號後面。",
      seen: `結束前的錯誤訊息沒有編號：「${d["line"]}」。`,
      means:
        "只有標準輸出加了編號，標準錯誤則原封不動送到終端機。工作行程一多，就沒有人知道死的是誰。請比照 worker.process.stdout，把 worker.process.stderr 也切成一行一行，並在每一行前面加上編號。",
    }),
  },
});
