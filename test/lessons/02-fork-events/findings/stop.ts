import { findings } from "../../../harness/words.ts";

const LEAVE = {
  en: "On SIGTERM the primary disconnects all workers, waits until all have exited, and ends with code 0.",
  "zh-TW": "收到 SIGTERM 時，主行程讓所有工作行程離線，等它們全部結束，再以代碼 0 結束。",
};
const FORCE = {
  en: "A worker that is still there after STOP_WITHIN_MS is ended by force, and then the program ends.",
  "zh-TW": "過了 STOP_WITHIN_MS 還沒離開的工作行程會被強制結束，接著程式也結束。",
};

/** Task stop. */
export default findings({
  "ended-by-signal": {
    en: (d) => ({
      expected: LEAVE.en,
      seen: `The signal ${d["signal"]} itself ended the primary.`,
      means:
        'Without a handler, SIGTERM ends a process on the spot. process.on("SIGTERM", …) in the primary takes over. Ctrl+C is no test for it: that sends SIGINT.',
    }),
    "zh-TW": (d) => ({
      expected: LEAVE["zh-TW"],
      seen: `主行程直接被 ${d["signal"]} 訊號結束了。`,
      means:
        '沒有監聽器時，SIGTERM 會讓行程當場結束。在主行程加上 process.on("SIGTERM", …) 就能接手。按 Ctrl+C 試不出來：它送的是 SIGINT。',
    }),
  },
  "ended-while-starting": {
    en: () => ({
      expected: LEAVE.en,
      seen: "SIGTERM came while the workers were starting, and ended the primary itself.",
      means:
        "The handler is registered too late, for example behind an await for ready. Who starts a program may also call the start off, and a start that hangs is ended by SIGTERM as well. Register the handler before the first fork().",
    }),
    "zh-TW": () => ({
      expected: LEAVE["zh-TW"],
      seen: "SIGTERM 在工作行程還在啟動時就來了，主行程直接被它結束。",
      means:
        "監聽器註冊得太晚，例如排在等 ready 的 await 後面。部署到一半可能取消，啟動卡住了也會收到 SIGTERM。請在第一次 fork() 之前就註冊好。",
    }),
  },
  "ended-at-once": {
    en: () => ({
      expected: LEAVE.en,
      seen: "It ended at once, without disconnecting anybody.",
      means:
        "process.exit() ends the primary on the spot. Its workers lose their line and drop what they are doing. Disconnect them first; the primary ends by itself when the last one has gone.",
    }),
    "zh-TW": () => ({
      expected: LEAVE["zh-TW"],
      seen: "它立刻結束，沒有讓任何工作行程離線。",
      means:
        "process.exit() 會讓主行程當場結束，工作行程失去通道，手上的事全部丟下。請先讓它們離線；最後一個離開之後，主行程會自己結束。",
    }),
  },
  "ended-before-workers": {
    en: () => ({
      expected: LEAVE.en,
      seen: "The primary ended while a worker was still running.",
      means:
        "The primary did not wait for the event exit of every worker. The callback of cluster.disconnect() is no sign of it: with several workers it is called when the first one is gone.",
    }),
    "zh-TW": () => ({
      expected: LEAVE["zh-TW"],
      seen: "主行程結束時，還有工作行程在執行。",
      means:
        "主行程沒有等到每個工作行程的 exit 事件。cluster.disconnect() 的回呼不能當作依據：有多個工作行程時，第一個離開就會呼叫它。",
    }),
  },
  "does-not-stop": {
    en: () => ({
      expected: LEAVE.en,
      seen: "Seconds later the program was still running, and so were workers.",
    }),
    "zh-TW": () => ({
      expected: LEAVE["zh-TW"],
      seen: "過了好幾秒，程式還在執行，工作行程也還在。",
    }),
  },
  "stays-alone": {
    en: () => ({
      expected: LEAVE.en,
      seen: "All workers were gone; the primary stayed.",
      means:
        "Something still keeps its event loop alive, most often the timer of the limit. clearTimeout() it when the last worker has exited, or unref() it.",
    }),
    "zh-TW": () => ({
      expected: LEAVE["zh-TW"],
      seen: "工作行程都離開了，主行程還留著。",
      means:
        "還有東西讓它的事件迴圈停不下來，最常見的是時限的計時器。最後一個工作行程結束時用 clearTimeout() 取消它，或者對它呼叫 unref()。",
    }),
  },
  "workers-killed": {
    en: () => ({
      expected: LEAVE.en,
      seen: "Workers were ended by SIGTERM instead of being disconnected.",
      means:
        "worker.kill() in the primary sends a signal and nothing else; it has not disconnected first since Node.js 18. Requests in flight are cut, and exitedAfterDisconnect is false. Use worker.disconnect() or cluster.disconnect().",
    }),
    "zh-TW": () => ({
      expected: LEAVE["zh-TW"],
      seen: "工作行程是被 SIGTERM 結束的，沒有先離線。",
      means:
        "主行程裡的 worker.kill() 只送出訊號；從 Node.js 18 起，它不會先離線。處理到一半的請求會中斷，exitedAfterDisconnect 也是 false。請用 worker.disconnect() 或 cluster.disconnect()。",
    }),
  },
  "not-disconnected": {
    en: () => ({
      expected: LEAVE.en,
      seen: "A worker ended, but not as planned: its exitedAfterDisconnect is false.",
    }),
    "zh-TW": () => ({
      expected: LEAVE["zh-TW"],
      seen: "有工作行程結束了，但不是計畫好的：它的 exitedAfterDisconnect 是 false。",
    }),
  },
  "stop-code": {
    en: (d) => ({ expected: LEAVE.en, seen: `It ended with code ${d["code"]}.` }),
    "zh-TW": (d) => ({ expected: LEAVE["zh-TW"], seen: `它以代碼 ${d["code"]} 結束。` }),
  },
  "asked-but-unplanned": {
    en: (d, f) => ({
      expected: "A worker that was asked to leave has planned: true in its line of exit.",
      seen: d["forced"]
        ? `The primary asked one, which stayed and was ended by force. Its line: ${f.text(d["line"])}.`
        : `The primary asked all of them on SIGTERM. One of their lines: ${f.text(d["line"])}.`,
      means: d["forced"]
        ? "A signal or a code tells how the worker ended, and planned whether anybody had asked it to. Both can be true of one end. Ask worker.exitedAfterDisconnect, and nothing else."
        : "It makes no difference who asks: the worker itself, as in task 4, or the primary. Node.js knows both: worker.exitedAfterDisconnect.",
    }),
    "zh-TW": (d, f) => ({
      expected: "有人要求離開的工作行程，exit 那一行是 planned: true。",
      seen: d["forced"]
        ? `主行程要求一個工作行程離開，它不走，後來被強制結束。它的那一行是：${f.text(d["line"])}。`
        : `收到 SIGTERM 時，主行程要求全部離開。其中一行是：${f.text(d["line"])}。`,
      means: d["forced"]
        ? "訊號和代碼說的是怎麼結束的，planned 說的是有沒有人要求過；同一次結束，兩者可以並存。只要問 worker.exitedAfterDisconnect 就好。"
        : "誰要求的都一樣：可以是工作行程自己（如任務 4），也可以是主行程。兩種情況 Node.js 都知道：worker.exitedAfterDisconnect。",
    }),
  },
  "work-cut": {
    en: () => ({
      expected: "A request that a worker is working on when SIGTERM comes gets its answer.",
      seen: "It was cut off.",
      means:
        "The worker was ended by force while it still had time to leave. Force is only for those who stay beyond STOP_WITHIN_MS.",
    }),
    "zh-TW": () => ({
      expected: "SIGTERM 來的時候，工作行程正在處理的請求會得到回應。",
      seen: "它被切斷了。",
      means:
        "還在時限之內，工作行程就被強制結束了。只有超過 STOP_WITHIN_MS 還不離開的，才該用強的。",
    }),
  },
  "orphan-left": {
    en: () => ({
      expected: FORCE.en,
      seen: "The program ended, and the worker lives on without a primary.",
      means:
        "Ending the primary does not end a worker that was told to disconnect: it stays until its own work is done, and here that is never. End the worker with SIGKILL, and let its event exit end the program.",
    }),
    "zh-TW": () => ({
      expected: FORCE["zh-TW"],
      seen: "程式結束了，那個工作行程卻沒有主行程也繼續活著。",
      means:
        "主行程結束，不會連帶結束已經被要求離線的工作行程：它會留到自己的事做完，而這個永遠做不完。請用 SIGKILL 結束它，讓它的 exit 事件帶著程式結束。",
    }),
  },
  "ended-with-the-forced": {
    en: () => ({
      expected: "The primary waits until every worker has exited, also one that it ends by force.",
      seen: "It ended a worker by force, and itself in the same breath, before it heard of the exit.",
      means:
        "kill() sends a signal and returns; the event exit comes a moment later. Who ends at the limit by process.exit() never records that force was needed. Let the exit of the last worker end the program, as it does when nobody stays.",
    }),
    "zh-TW": () => ({
      expected: "主行程會等到每個工作行程都結束，被它強制結束的也一樣。",
      seen: "它強制結束了一個工作行程，隨即自己也結束，沒有等到對方的 exit 事件。",
      means:
        "kill() 送出訊號就返回，exit 事件要過一會兒才來。時限一到就呼叫 process.exit()，紀錄裡便看不出有過強制結束。請讓最後一個工作行程的結束帶著程式結束，和大家都準時離開時一樣。",
    }),
  },
  "sigterm-ignored": {
    en: () => ({
      expected: FORCE.en,
      seen: "It was sent SIGTERM, and both went on running.",
      means:
        "SIGTERM is a request: a worker with a handler for it can decline. worker.kill() sends it, too, unless told otherwise. SIGKILL can't be declined.",
    }),
    "zh-TW": () => ({
      expected: FORCE["zh-TW"],
      seen: "它收到了 SIGTERM，但它和程式都繼續執行。",
      means:
        "SIGTERM 是請求，有監聽器的工作行程可以不理會；worker.kill() 沒有指定時送的也是它。SIGKILL 則無法拒絕。",
    }),
  },
  "nobody-ends-it": {
    en: () => ({
      expected: FORCE.en,
      seen: "Long after the limit it was still running, and so was the primary. No signal had reached it.",
      means:
        "There is no limit, or it is another one than settings.stopWithinMs, or it is called off too soon, as by the first exit; or it looks for survivors where none are left: in cluster.workers, or among those whose isConnected() is true. A worker that the primary disconnects leaves that list at once, and soon gives up its line, while its process still runs. Keep a list of your own before you disconnect.",
    }),
    "zh-TW": () => ({
      expected: FORCE["zh-TW"],
      seen: "時限早就過了，它還在執行，主行程也是，而且沒有收到任何訊號。",
      means:
        "沒有設時限；時限不是 settings.stopWithinMs；計時器太早取消了，例如有一個先結束就 clearTimeout()；或是找錯了地方：到 cluster.workers 裡，或在 isConnected() 為 true 的工作行程之中，找還沒走的。主行程一讓工作行程離線，它就從那份清單消失，不久通道也斷了，行程卻還在執行。請在離線之前自己留一份清單。",
    }),
  },
});
