import { ended } from "../../../harness/ended.ts";
import { findings } from "../../../harness/words.ts";

/** What is found in the task "rolling-restart". */
export default findings({
  "hangup-kills": {
    en: () => ({
      expected: "SIGHUP replaces the workers; the primary goes on.",
      seen: "The primary died of SIGHUP.",
      means:
        "Nothing handles the signal, and its default is to end the process. Listen for 'SIGHUP' in the primary, with on(): once() hears only the first.",
    }),
    "zh-TW": () => ({
      expected: "SIGHUP 會換掉所有工作行程，主行程繼續執行。",
      seen: "主行程死於 SIGHUP。",
      means:
        "沒有程式處理這個訊號，而它的預設動作就是結束行程。請在主行程用 on() 監聽 'SIGHUP'；once() 只聽得到第一次。",
    }),
  },
  "hangup-ignored": {
    en: (d) => ({
      expected: "SIGHUP replaces the workers with new ones.",
      seen: `No worker was forked after the signal${d["dismissed"] ? ", though the old ones were let go" : ""}${d["ended"] ? "; then the program ended" : ""}.`,
      means: d["dismissed"]
        ? "A worker that was told to leave is not replaced: its exit is planned, and your listener rightly does nothing. Fork the new worker yourself, and first."
        : "Something handles the signal, or the primary would have died of it, but it forks nobody. Does the handler run in the primary, and does it get as far as cluster.fork()?",
    }),
    "zh-TW": (d) => ({
      expected: "SIGHUP 會用新的工作行程換掉舊的。",
      seen: `訊號之後沒有 fork 任何工作行程${d["dismissed"] ? "，舊的卻已經被請走" : ""}${d["ended"] ? "；接著程式就結束了" : ""}。`,
      means: d["dismissed"]
        ? "被請走的工作行程不會有人頂替：那是計畫好的結束，你的監聽器不回應才是對的。請自己 fork 新的，而且要先 fork。"
        : "訊號有人處理，不然主行程早就死於它了，但沒有 fork。處理它的程式是在主行程裡嗎？有執行到 cluster.fork() 嗎？",
    }),
  },
  "not-all-renewed": {
    en: (d, f) => ({
      expected: `After SIGHUP all ${d["workers"]} workers are new ones.`,
      seen: d["left"]
        ? `${f.count(d["left"])} of the old workers are still there.`
        : "The old workers are gone, but new ones are missing.",
    }),
    "zh-TW": (d, f) => ({
      expected: `SIGHUP 之後，${d["workers"]} 個工作行程全都是新的。`,
      seen: d["left"] ? `還有 ${f.count(d["left"])} 個舊的沒走。` : "舊的都走了，新的卻沒有補齊。",
    }),
  },
  "renewal-kept-alive": {
    en: (d, f) => ({
      expected: "After SIGHUP an old worker goes as soon as its requests are answered.",
      seen: `They were, and ${f.count(d["left"])} old worker(s) stayed: a client keeps its connection open.`,
      means:
        "In a restart, a connection that was busy is not ended with its last answer, so the old version goes on serving whoever has one, until it is cut. Only the stop does that: a message or signal that the restart does not send. Let a worker go with the same function in both; server.listening, for example, tells in the worker that it is leaving, whoever has called disconnect().",
    }),
    "zh-TW": (d, f) => ({
      expected: "SIGHUP 之後，舊的工作行程回應完手上的請求就離開。",
      seen: `請求都回應完了，還有 ${f.count(d["left"])} 個舊的沒走：有用戶端還留著連線。`,
      means:
        "重啟的時候，正忙的連線沒有隨著最後一個回應結束，所以留著連線的人一直由舊版本服務，直到被切斷為止。只有停止時才會這樣收尾，靠的是訊息或訊號，重啟卻沒有送。兩種情況都用同一個函式請工作行程離開；不管是誰呼叫 disconnect()，工作行程裡都能從 server.listening 看出自己正要離開。",
    }),
  },
  "pool-size-changed": {
    en: (d, f) => ({
      expected: `After the restart there are ${d["workers"]} workers, as before.`,
      seen: `There were ${f.count(d["pool"])}.`,
    }),
    "zh-TW": (d, f) => ({
      expected: `重啟之後仍然有 ${d["workers"]} 個工作行程。`,
      seen: `實際有 ${f.count(d["pool"])} 個。`,
    }),
  },
  "all-at-once": {
    en: () => ({
      expected: "The workers are replaced one after the other.",
      seen: "A new worker was forked while another new one was still booting.",
      means:
        "The loop does not wait for one replacement before it begins the next. All new workers then boot together, beside all old ones: twice the memory, and no processor left for the customers. Await each replacement inside the loop; forEach() and Promise.all() don't.",
    }),
    "zh-TW": () => ({
      expected: "工作行程是一個接一個換的。",
      seen: "一個新的還在啟動，就又 fork 了另一個新的。",
      means:
        "迴圈沒有等這一個換完，就開始換下一個。所有新的同時啟動，舊的也都還在：記憶體用量加倍，也沒有 CPU 留給客人。在迴圈裡 await 每一次替換；forEach() 和 Promise.all() 都不會一個一個來。",
    }),
  },
  "old-worker-cut": {
    en: (d, f) => ({
      expected: "An old worker answers the requests that it has before it goes.",
      seen: `${f.count(d["cut"])} request(s) that had reached an old worker were never answered: it was gone before.`,
      means:
        "Perhaps the old worker was ended by force, at once or after some time, instead of being asked to finish. disconnect() lets it accept no more and answer first; SIGKILL and process.exit() do not. Or the worker itself cuts its connections: closeAllConnections() spares none, also those on which a request waits.",
    }),
    "zh-TW": (d, f) => ({
      expected: "舊的工作行程會先回應手上的請求才離開。",
      seen: `有 ${f.count(d["cut"])} 個請求已經送到舊的工作行程，卻沒有得到回應，它就不在了。`,
      means:
        "舊的工作行程可能是被強制結束的，不論是立刻還是過一會兒，而不是被請去收尾。disconnect() 會讓它不再接受新的、先回應完手上的；SIGKILL 和 process.exit() 不會。也可能是工作行程自己切斷連線：closeAllConnections() 一條都不留，還有請求在等的也一樣。",
    }),
  },
  "stopped-first": {
    en: (d, f) => ({
      expected: "No request fails during the restart, even with one worker.",
      seen: `${f.count(d["refused"])} of ${f.count(d["of"])} connections were refused.`,
      means:
        "The old worker goes first, and the new one is forked afterwards. In between nobody listens. Turn it round: fork the new one, wait until it listens, then let the old one go.",
    }),
    "zh-TW": (d, f) => ({
      expected: "重啟期間沒有任何請求失敗，只有一個工作行程時也一樣。",
      seen: `${f.count(d["of"])} 條連線中有 ${f.count(d["refused"])} 條被拒絕。`,
      means:
        "舊的先走，之後才 fork 新的，中間這段時間沒有人在監聽。順序反過來：先 fork 新的，等它監聽，再讓舊的離開。",
    }),
  },
  "not-ready-yet": {
    en: (d, f) => ({
      expected: "No request fails during the restart, even with one worker.",
      seen: `The new worker was forked first, and still ${f.count(d["refused"])} of ${f.count(d["of"])} connections were refused.`,
      means:
        "The old worker left before the new one listened. 'online' says that a process runs, not that it listens: its own code has not even started. A pause of a fixed length says nothing at all. Wait for 'listening'.",
    }),
    "zh-TW": (d, f) => ({
      expected: "重啟期間沒有任何請求失敗，只有一個工作行程時也一樣。",
      seen: `新的工作行程確實先 fork 了，${f.count(d["of"])} 條連線中還是有 ${f.count(d["refused"])} 條被拒絕。`,
      means:
        "新的還沒監聽，舊的就走了。'online' 只表示行程在執行，不表示它在監聽：它自己的程式碼甚至還沒開始跑；等上一段固定的時間，更是什麼都不表示。要等 'listening'。",
    }),
  },
  "requests-failed": {
    en: (d, f) => ({
      expected: "No request fails during the restart.",
      seen: `Of ${f.count(d["of"])} requests ${f.count(d["refused"])} were refused, ${f.count(d["reset"])} cut, ${f.count(d["late"])} never answered, ${f.count(d["wrong"])} answered wrongly.`,
    }),
    "zh-TW": (d, f) => ({
      expected: "重啟期間沒有任何請求失敗。",
      seen: `${f.count(d["of"])} 個請求中，${f.count(d["refused"])} 個被拒絕、${f.count(d["reset"])} 個被切斷、${f.count(d["late"])} 個沒有回應、${f.count(d["wrong"])} 個回應不對。`,
    }),
  },
  "old-one-gone": {
    en: (d) => ({
      expected: "When the new version does not boot, the old worker stays and goes on serving.",
      seen: `The new worker died at boot, and the old one no longer answers (${ended(d, "en")}).`,
      means:
        "The old worker was let go without a look at what became of the new one. A broken deployment then empties the pool, one worker after the other. Only a new worker that listens may replace an old one.",
    }),
    "zh-TW": (d) => ({
      expected: "新版本啟動不了時，舊的工作行程會留下來繼續服務。",
      seen: `新的工作行程啟動就當掉，舊的也不再回應了（${ended(d, "zh-TW")}）。`,
      means:
        "沒看新的結果如何，就先放走了舊的。部署了壞掉的版本，整組工作行程就會一個接一個消失。只有開始監聽的新工作行程，才有資格換下舊的。",
    }),
  },
  "newcomer-retried": {
    en: (d, f) => ({
      expected:
        "When the new worker dies at boot, the restart ends: nobody is forked in its place until the next SIGHUP.",
      seen: `The old worker was still there, and ${f.count(d["forks"])} more worker(s) were forked for the one that died at boot.`,
      means:
        "Its death was answered twice: by the restart, which ended, and by the listener of 'exit', which forks for every death that was not planned. A version that can't boot then uses up the budget, and closes the shop with its healthy workers. Note who is on trial, in a Set for example, and let the listener leave that one's death to the restart.",
    }),
    "zh-TW": (d, f) => ({
      expected: "新的工作行程啟動就當掉時，重啟就此結束：下一次 SIGHUP 之前，不會再 fork 來補它。",
      seen: `舊的還在，卻又為了啟動就當掉的那一個，多 fork 了 ${f.count(d["forks"])} 個工作行程。`,
      means:
        "同一次當機有兩處回應：重啟那邊結束了，'exit' 監聽器卻又補上一個，因為它只要不是計畫好的就會 fork。版本若是啟動不了，額度很快就會用完，連健康的工作行程也跟著關門。記下哪一個還在試用，例如放進一個 Set，監聽器遇到它當掉就交給重啟去處理。",
    }),
  },
  "renewal-without-limit": {
    en: () => ({
      expected:
        "After SIGHUP an old worker that doesn't finish is ended after STOP_WITHIN_MS (300 ms here).",
      seen: "The new worker listened, but the old one stayed as long as somebody looked at the order board, an answer that never ends.",
      means:
        "The restart lets the old worker go without a limit, so one open connection keeps it for ever, and the workers behind it are never replaced. Let it go with the same function as when the program stops: disconnect(), and SIGKILL after STOP_WITHIN_MS.",
    }),
    "zh-TW": () => ({
      expected:
        "SIGHUP 之後，做不完的舊工作行程，過了 STOP_WITHIN_MS（這裡是 300 毫秒）就會被結束。",
      seen: "新的已經在監聽了，但只要有人開著訂單看板（一個不會結束的回應），舊的就一直不走。",
      means:
        "重啟請舊的離開時沒有時限，一條開著的連線就能讓它永遠不走，排在後面的也永遠換不到。請用程式停止時的同一個函式請它離開：disconnect()，過了 STOP_WITHIN_MS 就送 SIGKILL。",
    }),
  },
  "broken-for-ever": {
    en: () => ({
      expected:
        "After a restart that failed, SIGHUP replaces the workers once the version is mended.",
      seen: "A new worker had died at boot; then boots worked again, and a second SIGHUP did not replace the old worker.",
      means:
        "Something still holds from the restart that failed: a note that one is going on, a promise that nobody settles, a place without a worker. Put it right on the way out of the failure, too: in finally.",
    }),
    "zh-TW": () => ({
      expected: "重啟失敗之後，版本修好了，再送一次 SIGHUP 就會換新。",
      seen: "新的工作行程啟動就當掉；後來又能啟動了，第二次 SIGHUP 卻沒有換掉舊的。",
      means:
        "那次失敗的重啟還留下了什麼：「正在重啟」的記號、一個永遠不會有結果的 promise，或是沒有工作行程的位子。失敗的那條路也要收拾乾淨：寫在 finally 裡。",
    }),
  },
  "newcomer-unguarded": {
    en: (d, f) => ({
      expected: "A worker that came with a rolling restart is replaced when it dies, as any other.",
      seen: `Worker ${f.pid(d["pid"])} came with a restart and crashed, and no worker took its place.`,
      means:
        "The restart forks in a way of its own: without the listeners that other workers get, or without a note that the new worker now holds the old one's place. Fork in one function only.",
    }),
    "zh-TW": (d, f) => ({
      expected: "輪流重啟換上的工作行程當掉時，和其他的一樣會有人頂替。",
      seen: `工作行程 ${f.pid(d["pid"])} 是重啟時換上的，當掉之後沒有人頂替。`,
      means:
        "重啟用了自己的一套 fork：少了其他工作行程都有的監聽器，或是沒記下新的已經接了舊的位子。fork 只寫在一個函式裡。",
    }),
  },
});
