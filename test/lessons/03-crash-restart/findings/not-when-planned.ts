import { findings } from "../../../harness/words.ts";

/** What is found in the task "not-when-planned". */
export default findings({
  "planned-undone": {
    en: (d, f) => ({
      expected: "A worker that left as planned is not replaced.",
      seen: `After POST /retire ${f.count(d["undone"])} worker(s) were forked.`,
      means:
        "Every exit is answered with a fork, whatever its reason. worker.exitedAfterDisconnect is true when the stop was planned; look at it first, or nobody can ever stop a worker.",
    }),
    "zh-TW": (d) => ({
      expected: "依計畫離開的工作行程不會有人頂替。",
      seen: `POST /retire 之後，又 fork 了 ${d["undone"]} 個工作行程。`,
      means:
        "不管什麼原因，每次 exit 都回以 fork。依計畫停止時 worker.exitedAfterDisconnect 是 true；先看它，否則永遠停不了任何一個工作行程。",
    }),
  },
  "two-for-one": {
    en: (d, f) => ({
      expected: "Each death is answered with one new worker.",
      seen: `${d["deaths"]} deaths were answered with ${f.count(d["forks"])}.`,
      means:
        "One death raises more than one event: 'disconnect' when the channel closes, and 'exit' when the process is gone. Fork in one of them only; 'exit' knows the cause. And fork once: a loop as at the start would fill the whole pool for one death, and one that forks until there are WEB_CONCURRENCY workers again brings back those that left as planned.",
    }),
    "zh-TW": (d, f) => ({
      expected: "每當掉一個，就補上一個。",
      seen: `當掉 ${d["deaths"]} 個，卻 fork 了 ${f.count(d["forks"])} 個。`,
      means:
        "一次當機會引發不只一個事件：通道關閉時是 'disconnect'，行程消失時是 'exit'。只在其中一個裡 fork；知道原因的是 'exit'。而且只 fork 一次：像啟動時那樣用迴圈，死一個就會補上一整組；補到 WEB_CONCURRENCY 個為止的話，依計畫離開的也會跟著回來。",
    }),
  },
  "kill-taken-for-planned": {
    en: (d, f) => ({
      expected: "A worker that is ended from outside with SIGKILL is replaced: nobody planned it.",
      seen: `Worker ${f.pid(d["victim"])} got SIGKILL, and no worker was forked.`,
      means:
        "The program judges by the exit code. After a signal the code is null, and a worker may also end with 0 unplanned. Only exitedAfterDisconnect says whether the stop was planned.",
    }),
    "zh-TW": (d, f) => ({
      expected: "被外部用 SIGKILL 結束的工作行程會有人頂替：這不在計畫之內。",
      seen: `工作行程 ${f.pid(d["victim"])} 收到 SIGKILL，之後沒有 fork 新的。`,
      means:
        "程式用結束代碼判斷。被訊號結束時 code 是 null，而以 0 結束也可能不在計畫之內。這次停止是不是計畫好的，只有 exitedAfterDisconnect 知道。",
    }),
  },
  "quitter-taken-for-planned": {
    en: (d, f) => ({
      expected:
        "A worker that ends with code 0 without having been told to leave is replaced: nobody planned it.",
      seen: `In worker ${f.pid(d["pid"])} process.exit() was called, as by mistake. It ended with code 0, and no worker was forked.`,
      means:
        "Code 0 is taken for a planned stop. It only says that the process knows of no error: whoever calls process.exit() in a worker empties the shop, one place after the other. Only exitedAfterDisconnect says whether the stop was planned.",
    }),
    "zh-TW": (d, f) => ({
      expected: "沒有人要它離開、卻以代碼 0 結束的工作行程，會有人頂替：這不在計畫之內。",
      seen: `工作行程 ${f.pid(d["pid"])} 裡誤呼叫了 process.exit()。它以代碼 0 結束，之後沒有 fork 新的。`,
      means:
        "程式把代碼 0 當成計畫好的停止。0 只表示行程自己不知道出了什麼錯：只要有人在工作行程裡呼叫 process.exit()，整組就會一個一個少下去。這次停止是不是計畫好的，只有 exitedAfterDisconnect 知道。",
    }),
  },
});
