import { findings } from "../../../harness/words.ts";

/** Task setup-primary: file, arguments and environment. */
export default findings({
  "all-run-primary-file": {
    en: (d) => ({
      expected: "Workers run a file of their own, worker.ts.",
      seen: `All workers were started with the primary's file, ${d["file"]}.`,
      means:
        "setupPrimary() was not called, has no exec, or was called after the forks. Without exec, workers run the file of the primary. Its settings hold for forks that come later; a worker that has been forked keeps what it has.",
    }),
    "zh-TW": (d) => ({
      expected: "工作行程執行自己的檔案 worker.ts。",
      seen: `所有工作行程都是用主行程的檔案 ${d["file"]} 啟動的。`,
      means:
        "沒有呼叫 setupPrimary()、沒有給 exec，或是 fork 之後才呼叫。沒有 exec，工作行程執行的就是主行程的檔案。這些設定只對之後的 fork 有效，已經產生的工作行程不會改變。",
    }),
  },
  "some-run-primary-file": {
    en: (d) => ({
      expected: "Every worker runs a file of its own, worker.ts.",
      seen: `Some workers were started with the primary's file, ${d["file"]}, others not.`,
      means:
        "setupPrimary() was called between the forks. The earlier workers got the old settings: call it before the first fork().",
    }),
    "zh-TW": (d) => ({
      expected: "每個工作行程都執行自己的檔案 worker.ts。",
      seen: `有些工作行程是用主行程的檔案 ${d["file"]} 啟動的，有些不是。`,
      means:
        "setupPrimary() 夾在幾次 fork 之間才呼叫，前面的工作行程用的是舊設定。請在第一次 fork() 之前呼叫。",
    }),
  },
  "no-argument": {
    en: () => ({
      expected:
        'Every worker is started with the arguments --season winter, and GET / shows "season":"winter".',
      seen: 'GET / shows "season":"all year": a worker was started without them.',
      means:
        "Arguments are a setting for all workers: setupPrimary({ args: […] }). The object given to fork() becomes environment variables and nothing else.",
    }),
    "zh-TW": () => ({
      expected: '每個工作行程啟動時都帶有引數 --season winter，GET / 會顯示 "season":"winter"。',
      seen: 'GET / 顯示 "season":"all year"：有工作行程沒有帶這些引數。',
      means:
        "引數是所有工作行程共用的設定：setupPrimary({ args: […] })。傳給 fork() 的物件只會變成環境變數。",
    }),
  },
  "wrong-argument": {
    en: (d, f) => ({
      expected: 'GET / of every worker shows "season":"winter".',
      seen: `It shows: ${f.list(d["seen"])}.`,
    }),
    "zh-TW": (d, f) => ({
      expected: '每個工作行程的 GET / 都顯示 "season":"winter"。',
      seen: `實際顯示的是：${f.list(d["seen"])}。`,
    }),
  },
  "counter-missing": {
    en: () => ({
      expected: "Worker 1 has COUNTER=counter-1 in its environment, worker 2 counter-2, and so on.",
      seen: "A worker has no variable COUNTER.",
      means:
        "The environment of one worker is the argument of fork(): cluster.fork({ COUNTER: … }). setupPrimary() has no setting for it, and says nothing when it is given one.",
    }),
    "zh-TW": () => ({
      expected: "1 號工作行程的環境變數是 COUNTER=counter-1，2 號是 counter-2，依此類推。",
      seen: "有工作行程沒有 COUNTER 這個變數。",
      means:
        "單一工作行程的環境變數要當作 fork() 的參數傳入：cluster.fork({ COUNTER: … })。setupPrimary() 沒有這項設定，給了它也不會出聲。",
    }),
  },
  "counter-shared": {
    en: (d) => ({
      expected: "Worker 1 has COUNTER=counter-1 in its environment, worker 2 counter-2, and so on.",
      seen: `All workers have the same one: ${d["seen"][0]}.`,
      means:
        "The value is made once, for all. Make it in the loop that forks, from the number of the turn.",
    }),
    "zh-TW": (d) => ({
      expected: "1 號工作行程的環境變數是 COUNTER=counter-1，2 號是 counter-2，依此類推。",
      seen: `所有工作行程的值都一樣：${d["seen"][0]}。`,
      means: "這個值只算了一次，大家共用。請在執行 fork 的迴圈裡，依照第幾圈來產生它。",
    }),
  },
  "counter-wrong": {
    en: (d, f) => ({
      expected: "Worker 1 has COUNTER=counter-1 in its environment, worker 2 counter-2, and so on.",
      seen: `In order of their ids, the workers have: ${f.list(d["seen"])}.`,
    }),
    "zh-TW": (d, f) => ({
      expected: "1 號工作行程的環境變數是 COUNTER=counter-1，2 號是 counter-2，依此類推。",
      seen: `依編號順序，工作行程的值是：${f.list(d["seen"])}。`,
    }),
  },
});
