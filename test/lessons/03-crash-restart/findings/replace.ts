import { findings } from "../../../harness/words.ts";

/** What is found in the task "replace". */
export default findings({
  "replacement-never-listens": {
    en: (d, f) => ({
      expected: "The new worker listens on the shop's port.",
      seen: `After the death of ${f.pid(d["crashed"])} a process was forked, but it never listened.`,
    }),
    "zh-TW": (d, f) => ({
      expected: "新的工作行程會監聽店的連接埠。",
      seen: `${f.pid(d["crashed"])} 當掉之後有 fork 新的行程，但它一直沒有監聽。`,
    }),
  },
  "others-died": {
    en: (d, f) => ({
      expected: "When one worker crashes, the others go on with the same pids.",
      seen: `Worker ${f.pid(d["crashed"])} crashed, and then these ended, too: ${f.pids(d["others"])}.`,
      means:
        "The primary restarts the whole pool for one death. Every request in the healthy workers is lost with them. Fork one worker for the one that died.",
    }),
    "zh-TW": (d, f) => ({
      expected: "一個工作行程當掉時，其他的繼續執行，pid 不變。",
      seen: `工作行程 ${f.pid(d["crashed"])} 當掉之後，這些也跟著結束：${f.pids(d["others"])}。`,
      means:
        "主行程為了一個當掉的工作行程，把整組都重新啟動；健康的工作行程正在處理的請求也一起賠進去。死一個，補一個就好。",
    }),
  },
  "death-not-logged": {
    en: (d, f) => ({
      expected:
        "One line of output tells of each death, with the pid and the cause (exit code or signal).",
      seen: `Worker ${f.pid(d["pid"])} died (${d["cause"]}), and no line says so.`,
      means:
        "A shop that heals in silence crashes for weeks before anybody looks. The listener of 'exit' gets the worker, the code and the signal: write them down.",
    }),
    "zh-TW": (d, f) => ({
      expected: "每次有工作行程結束，都會輸出一行，寫出 pid 和原因（結束代碼或訊號）。",
      seen: `工作行程 ${f.pid(d["pid"])} 結束了（${d["cause"]}），輸出裡卻沒有任何一行提到。`,
      means:
        "默默自癒的服務，可能連續當掉好幾週都沒有人發現。'exit' 的監聽器會收到 worker、code 和 signal，把它們寫進日誌。",
    }),
  },
  "pid-not-named": {
    en: (d, f) => ({
      expected: `The line about the death of a worker names its pid: ${f.pid(d["pid"])}.`,
      seen: `A line tells of the death, but does not name ${f.pid(d["pid"])}.`,
      means:
        "If it is worker.id that you print: that is a number of the cluster module, 1, 2, 3. ps, kill and the other lines of the log know the process by its pid, and that is worker.process.pid in the primary; there is no worker.pid.",
    }),
    "zh-TW": (d, f) => ({
      expected: `記錄工作行程結束的那一行會寫出它的 pid：${f.pid(d["pid"])}。`,
      seen: `有一行說工作行程結束了，但沒有寫出 ${f.pid(d["pid"])}。`,
      means:
        "如果印的是 worker.id：那是 cluster 模組自己編的號碼，1、2、3。ps、kill 和日誌裡其他各行認的都是 pid；在主行程裡，pid 是 worker.process.pid，沒有 worker.pid 這個屬性。",
    }),
  },
  "cause-not-named": {
    en: (d, f) => ({
      expected: `The line about the death of a worker names its cause: ${d["cause"]}.`,
      seen: `A line names worker ${f.pid(d["pid"])}, but not the cause.`,
      means:
        "A process ends with a code or by a signal, never both: after SIGKILL the code is null, and only the signal tells what happened. Print whichever there is, in the line that names the pid.",
    }),
    "zh-TW": (d, f) => ({
      expected: `記錄工作行程結束的那一行會寫出原因：${d["cause"]}。`,
      seen: `有一行提到工作行程 ${f.pid(d["pid"])}，但沒有寫出原因。`,
      means:
        "行程不是以代碼結束，就是被訊號結束，不會兩者都有：收到 SIGKILL 時 code 是 null，只有 signal 說得出發生了什麼事。有哪一個就印哪一個，而且和 pid 寫在同一行。",
    }),
  },
});
