import { findings } from "../../../harness/words.ts";

/** What is found in the task "rolling-restart" when another signal comes during a restart. */
export default findings({
  "restarts-side-by-side": {
    en: () => ({
      expected: "A second SIGHUP during a restart does not start another one beside it.",
      seen: "It did: two new workers were booting at the same time.",
      means:
        "Each signal begins a loop of its own over the same workers. They let the same old worker go and fork a new one each, so the pool may grow with each signal. Note that a restart is going on, and ignore the second signal, or obey it afterwards.",
    }),
    "zh-TW": () => ({
      expected: "重啟期間再收到 SIGHUP，不會同時開始另一次重啟。",
      seen: "同時開始了：有兩個新的工作行程一起在啟動。",
      means:
        "每個訊號都各跑一個迴圈，處理的卻是同一批工作行程：請走同一個舊的，卻各 fork 一個新的，訊號來一次，整組就可能變大一次。記下「正在重啟」，第二個訊號就忽略，或等這次重啟完再處理。",
    }),
  },
  "restart-outlives-stop": {
    en: (d, f) => ({
      expected: "SIGTERM in the middle of a rolling restart ends the restart, too.",
      seen: `The program stopped listening, and then ${f.count(d["forks"])} worker(s) were forked.`,
      means:
        "The loop of the restart knows nothing of the stop: when the old worker has gone, it goes on with the next one. Look, before each fork, whether the program is stopping.",
    }),
    "zh-TW": (d, f) => ({
      expected: "輪流重啟途中收到 SIGTERM，重啟也跟著結束。",
      seen: `程式停止監聽之後，又 fork 了 ${f.count(d["forks"])} 個工作行程。`,
      means:
        "重啟的迴圈不知道程式正在停止：舊的一走，它就接著換下一個。每次 fork 之前，先看程式是不是正在停止。",
    }),
  },
  "newcomer-outlives-stop": {
    en: (d, f) => ({
      expected: "SIGTERM in the middle of a rolling restart ends the program, whoever is booting.",
      seen: `A new worker was booting when the signal came; ${f.ms(d["ms"])} later it was still there, and the primary with it.`,
      means:
        "The stop lets go only the workers that hold a place, and the new one holds none before it listens. Let all in cluster.workers go, or look at the flag again when the new one listens.",
    }),
    "zh-TW": (d, f) => ({
      expected: "輪流重啟途中收到 SIGTERM，不管誰正在啟動，程式都會結束。",
      seen: `收到訊號時，有個新的工作行程正在啟動；又過了 ${f.ms(d["ms"])}，它還在，主行程也還在。`,
      means:
        "停止時只請走了有位子的工作行程，而新的在監聽之前還沒有位子。把 cluster.workers 裡的全部請走，或是等新的開始監聽時，再看一次是不是正在停止。",
    }),
  },
  "deaths-meanwhile": {
    en: (d, f) => ({
      expected:
        "A worker that dies during a restart is replaced as ever, unless it is the new one, at boot.",
      seen: `The ${d["workers"]} old workers were killed while the first new one booted. In the end there was ${f.count(d["pool"])}.`,
      means:
        "While a restart runs, the program leaves deaths unanswered, all of them, and so the pool gets smaller for good. To the restart belongs the death of the new worker alone, as long as it has not listened: note which one that is, not only that a restart is running.",
    }),
    "zh-TW": (d, f) => ({
      expected: "重啟期間當掉的工作行程照樣要補上，只有啟動時就當掉的新工作行程例外。",
      seen: `第一個新的還在啟動時，${d["workers"]} 個舊的都被砍掉。最後只有 ${f.count(d["pool"])} 個。`,
      means:
        "重啟期間，程式對所有當機一概不理，工作行程就從此變少了。屬於重啟的，只有新工作行程還沒監聽就當掉的那一次：要記下它是哪一個，而不是只記正在重啟。",
    }),
  },
});
