import { findings } from "../../../harness/words.ts";

/** Task pool-size: how many workers start, and which values are refused. */
export default findings({
  "pool-ignores-variable": {
    en: (d, f) => ({
      expected: `With WEB_CONCURRENCY=${f.count(d["wanted"])}, ${f.count(d["wanted"])} workers answer.`,
      seen: `${f.count(d["seen"])} answered.`,
      means:
        d["seen"] > d["wanted"]
          ? "More workers start than the variable says. Either the number is fixed or taken from the machine, or the right loop runs once too often (i <= size), or workers are forked in another place, too."
          : "The number of workers is fixed, or taken from the machine, whatever the variable says; or it is limited by the CPUs. The operator has the last word, also about more workers than CPUs.",
    }),
    "zh-TW": (d, f) => ({
      expected: `設定 WEB_CONCURRENCY=${f.count(d["wanted"])} 時，有 ${f.count(d["wanted"])} 個工作行程回應。`,
      seen: `實際有 ${f.count(d["seen"])} 個回應。`,
      means:
        d["seen"] > d["wanted"]
          ? "產生的工作行程比這個環境變數說的還多。可能是數量寫死了，或直接取自機器的核心數；可能是迴圈多跑了一次（i <= size）；也可能是別的地方也呼叫了 fork。"
          : "不管這個環境變數怎麼設，工作行程的數量都是寫死的，或直接取自機器的核心數；也可能是被限制在 CPU 數以內。最後決定的是維運的人，設得比 CPU 多也可以。",
    }),
  },
  "pool-ignores-affinity": {
    en: (d, f) => ({
      expected: "Allowed to use one CPU only (taskset -c 0), the program starts one worker.",
      seen: `${f.count(d["seen"])} workers answered.`,
      means:
        "os.cpus().length counts the CPUs of the machine, also those that this process may not use. os.availableParallelism() counts those that it may use.",
    }),
    "zh-TW": (d, f) => ({
      expected: "只允許使用一個 CPU（taskset -c 0）時，程式只產生一個工作行程。",
      seen: `有 ${f.count(d["seen"])} 個工作行程回應。`,
      means:
        "os.cpus().length 數的是整台機器的 CPU，連這個行程不能用的也算進去；os.availableParallelism() 數的才是它能用的。",
    }),
  },
  "nonsense-ignored": {
    en: (d) => ({
      expected: `WEB_CONCURRENCY=${d["value"]} ends the program with a sentence and a non-zero exit code.`,
      seen: "The program went on running, and forked nobody.",
    }),
    "zh-TW": (d) => ({
      expected: `WEB_CONCURRENCY=${d["value"]} 時，程式會說明原因，並以非零的結束代碼結束。`,
      seen: "程式繼續執行，也沒有產生任何工作行程。",
    }),
  },
  "nonsense-replaced": {
    en: (d, f) => ({
      expected: `WEB_CONCURRENCY=${d["value"]} ends the program with a sentence and a non-zero exit code.`,
      seen: `The program started ${f.count(d["workers"])} worker(s), and went on running.`,
      means:
        "A value that makes no sense is replaced by another one, in silence. Number(value) || fallback does that: NaN and 0 both count as missing. Nobody will notice the typing error.",
    }),
    "zh-TW": (d, f) => ({
      expected: `WEB_CONCURRENCY=${d["value"]} 時，程式會說明原因，並以非零的結束代碼結束。`,
      seen: `程式產生了 ${f.count(d["workers"])} 個工作行程，並繼續執行。`,
      means:
        "沒有意義的值被悄悄換成了別的值。Number(value) || 預設值 就會這樣：NaN 和 0 都被當成沒有設定。打錯字的人永遠不會發現。",
    }),
  },
  "nonsense-only-said": {
    en: (d, f) => ({
      expected: `WEB_CONCURRENCY=${d["value"]} ends the program with a sentence and a non-zero exit code.`,
      seen: `The program printed a line with WEB_CONCURRENCY in it, started ${f.count(d["workers"])} worker(s), and went on running.`,
      means:
        "A warning stops nobody: the shop opens with a size that no one asked for, and the line is soon far up in the log. Print the sentence and call process.exit(1), in the primary, before the first fork.",
    }),
    "zh-TW": (d, f) => ({
      expected: `WEB_CONCURRENCY=${d["value"]} 時，程式會說明原因，並以非零的結束代碼結束。`,
      seen: `程式印了一行提到 WEB_CONCURRENCY 的訊息，產生了 ${f.count(d["workers"])} 個工作行程，並繼續執行。`,
      means:
        "只有警告擋不住什麼：店照開，用的卻是沒有人要的數量，那一行也很快就被後面的日誌淹沒。請在主行程第一次 fork 之前印出那句話，並呼叫 process.exit(1)。",
    }),
  },
  "nonsense-rounded": {
    en: (d, f) => ({
      expected: `WEB_CONCURRENCY=${d["value"]} ends the program with a sentence and a non-zero exit code.`,
      seen: `The program started ${f.count(d["workers"])} worker(s), and went on running.`,
      means:
        "Other nonsense was refused, but this value is bent into a whole number. parseInt() stops at the first character that is no digit: “1.5” and “1x” both become 1. parseFloat() does the same to “1x”. Number() with Number.isInteger() looks at the whole text.",
    }),
    "zh-TW": (d, f) => ({
      expected: `WEB_CONCURRENCY=${d["value"]} 時，程式會說明原因，並以非零的結束代碼結束。`,
      seen: `程式產生了 ${f.count(d["workers"])} 個工作行程，並繼續執行。`,
      means:
        "其他亂填的值都被擋下了，這個值卻被硬湊成整數。parseInt() 遇到第一個不是數字的字元就停：「1.5」和「1x」都變成 1；parseFloat() 也會把「1x」讀成 1。Number() 搭配 Number.isInteger() 才會看完整段文字。",
    }),
  },
  "nonsense-ends-with-0": {
    en: (d) => ({
      expected: `WEB_CONCURRENCY=${d["value"]} ends the program with a sentence and a non-zero exit code.`,
      seen: "It ended with exit code 0, which tells the supervisor that all is well.",
      means:
        'The value is used as it comes, by the loop that forks. Number("abc") is NaN, and a loop up to NaN, to 0 or to a negative number runs zero times: no worker starts, the primary has nothing left to do, and ends as if it had succeeded.',
    }),
    "zh-TW": (d) => ({
      expected: `WEB_CONCURRENCY=${d["value"]} 時，程式會說明原因，並以非零的結束代碼結束。`,
      seen: "它以結束代碼 0 結束，等於告訴監督者一切正常。",
      means:
        'fork 的迴圈沒有檢查就直接用了這個值。Number("abc") 是 NaN，跑到 NaN、0 或負數的迴圈一次也不執行：沒有產生工作行程，主行程無事可做，就像成功一樣結束了。',
    }),
  },
  "nonsense-said-with-0": {
    en: (d) => ({
      expected: `WEB_CONCURRENCY=${d["value"]} ends the program with a sentence and a non-zero exit code.`,
      seen: "It named the variable, and ended with exit code 0, which tells the supervisor that all is well.",
      means:
        "People read the sentence, a supervisor reads the code. process.exit() without a number means 0, and so does a primary that ends by itself: return from a function doesn't change that, nor does the code of a worker. Call process.exit(1) in the primary, or set process.exitCode there.",
    }),
    "zh-TW": (d) => ({
      expected: `WEB_CONCURRENCY=${d["value"]} 時，程式會說明原因，並以非零的結束代碼結束。`,
      seen: "它提到了這個變數，卻以結束代碼 0 結束，等於告訴監督者一切正常。",
      means:
        "那句話是給人看的，監督者看的是代碼。process.exit() 沒有給數字就是 0；主行程自己結束也是 0，從函式 return 或工作行程的代碼都改變不了。請在主行程呼叫 process.exit(1)，或設定 process.exitCode。",
    }),
  },
  "nonsense-without-sentence": {
    en: (d) => ({
      expected: `With WEB_CONCURRENCY=${d["value"]} the program says in a sentence that WEB_CONCURRENCY is wrong.`,
      seen: "It ended, but did not name the variable.",
      means:
        "Whoever set the variable has to guess why nothing starts. Name it, and show its value.",
    }),
    "zh-TW": (d) => ({
      expected: `WEB_CONCURRENCY=${d["value"]} 時，程式用一句話說明 WEB_CONCURRENCY 的值不對。`,
      seen: "它結束了，卻沒有提到這個變數。",
      means: "設定變數的人只能猜為什麼啟動不了。請寫出變數名稱和它的值。",
    }),
  },
});
